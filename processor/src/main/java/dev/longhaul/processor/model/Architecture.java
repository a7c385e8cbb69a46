package dev.longhaul.processor.model;

/** The instruction set of a function; the names are those of {@code dev.longhaul.annotations.Architecture}. */
public enum Architecture {
    /** AWS's Graviton. */
    ARM64("arm64"),
    /** Intel's and AMD's. */
    X86_64("x86_64");

    private final String lambda;

    Architecture(String lambda) {
        this.lambda = lambda;
    }

    /** Lambda's name of it. */
    public String lambda() {
        return lambda;
    }
}

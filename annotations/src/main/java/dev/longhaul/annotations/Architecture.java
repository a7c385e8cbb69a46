package dev.longhaul.annotations;

/** The instruction set of the function. */
public enum Architecture {
    /** AWS Graviton, the cheaper one. */
    ARM64,
    /** 64-bit x86. */
    X86_64
}

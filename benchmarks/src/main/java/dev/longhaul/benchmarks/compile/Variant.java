package dev.longhaul.benchmarks.compile;

/** How the classes of a tool are compiled. Each cost is the difference of two. */
public enum Variant {
    /** Without any processor. */
    PLAIN,
    /** With the tool's processor, and with the compiling of what it wrote. */
    PROCESSED,
    /** Only processing, by a processor that does nothing. */
    ONLY_NO_OP,
    /** Only processing, by the tool's processor. */
    ONLY_PROCESSOR
}

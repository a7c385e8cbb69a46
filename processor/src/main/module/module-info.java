/** Checks long-running jobs at compile time, and writes their Lambda handlers. */
module dev.longhaul.processor {
    requires java.compiler;
    // For the rules about methods' bodies, where the compiler is javac.
    requires static jdk.compiler;

    provides javax.annotation.processing.Processor with
            dev.longhaul.processor.LongRunningProcessor;
}

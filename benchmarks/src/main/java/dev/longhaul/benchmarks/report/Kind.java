package dev.longhaul.benchmarks.report;

import dev.longhaul.benchmarks.compile.Sample;

/** Which of a sample's times. */
public enum Kind {
    /** From start to end. */
    WALL("wall"),
    /** Of the thread that compiles. */
    THREAD("CPU of javac's thread"),
    /** Of all threads. */
    PROCESS("CPU of the process");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Its name in a heading. */
    public String title() {
        return title;
    }

    /** The time, in nanoseconds. */
    long of(Sample sample) {
        return switch (this) {
            case WALL -> sample.wall();
            case THREAD -> sample.thread();
            case PROCESS -> sample.cpu();
        };
    }
}

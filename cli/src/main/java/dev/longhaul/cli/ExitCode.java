package dev.longhaul.cli;

/** How a command ends, for scripts. 2 is picocli's, for wrong usage. */
final class ExitCode {

    /** It did what it was asked for. */
    static final int OK = 0;
    /** It could not: there is no such chain, it has ended, an input is wrong, a record can't be read. */
    static final int REFUSED = 1;
    /** The store or a function can't be reached, or fails: worth another try. */
    static final int UNAVAILABLE = 3;
    /** The chain that was waited for FAILED or was STOPPED. */
    static final int NOT_COMPLETED = 4;
    /** The chain that was waited for has not ended in time. */
    static final int TIMED_OUT = 5;

    private ExitCode() {}
}

package dev.longhaul.local.invocation;

/** How an invocation that reached a process ended. */
public enum InvocationStatus {
    /** The handler returned. */
    SUCCEEDED,

    /** The handler threw, or its answer was too large. */
    FUNCTION_ERROR,

    /** The function could not be loaded or constructed. */
    INIT_ERROR,

    /** Killed at its deadline. */
    TIMED_OUT,

    /** The process ended before it answered, by itself or by somebody's signal. */
    EXITED
}

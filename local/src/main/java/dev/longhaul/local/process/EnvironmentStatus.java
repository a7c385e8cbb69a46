package dev.longhaul.local.process;

import java.util.Optional;

/**
 * An execution environment at one moment.
 *
 * @param id of the environment
 * @param functionName of the only function it runs
 * @param process its JVM; killing it is what a crash of the environment is
 * @param state what it does
 * @param requestId of the invocation it runs, or starts for
 */
public record EnvironmentStatus(
        String id, String functionName, ProcessHandle process, State state, Optional<String> requestId) {

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** What an environment does. */
    public enum State {
        /** Its JVM starts, and the handler is made. */
        INIT,

        /** It runs an invocation. */
        BUSY,

        /** It waits for the next invocation. */
        IDLE
    }
}

package dev.longhaul.testing.sim;

/**
 * A place in an invocation where something can go wrong.
 *
 * @param number which one it is in this world, from 0
 * @param call what is done there
 * @param requestId the request id of the invocation, or {@code sweep}
 * @param attempt which delivery of the event it is, from 1
 */
public record Point(int number, Call call, String requestId, int attempt) {

    /** What is done at a point. */
    public enum Call {
        /** A read of the store. */
        READ,
        /** A conditional write of the store. */
        WRITE,
        /** The invoke of the next hop. */
        SEND,
        /** A step of the job. */
        STEP
    }
}

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
        READ("a read of the store"),
        /** A conditional write of the store. */
        WRITE("a write to the store"),
        /** A write of the store in the job's own transaction. */
        JOIN("a write in the job's transaction"),
        /** The job's commit of a transaction on a watched connection. */
        COMMIT("the commit of the job's transaction"),
        /** The job's rollback of a transaction on a watched connection. */
        ROLLBACK("the rollback of the job's transaction"),
        /** The invoke of the next hop. */
        SEND("the invoke of the next hop"),
        /** Telling others of an end. */
        TELL("telling the end"),
        /** A step of the job. */
        STEP("a step"),
        /** A place in the middle of a step that the test has named. */
        PASSED("this");

        private final String words;

        Call(String words) {
            this.words = words;
        }

        /** As it stands in a transcript. */
        String words() {
            return words;
        }
    }
}

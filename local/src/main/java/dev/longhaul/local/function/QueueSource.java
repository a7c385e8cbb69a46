package dev.longhaul.local.function;

/**
 * A queue whose messages are the events of a function, in the words of Lambda's event source mapping.
 *
 * @param queueUrl of a server on this machine that speaks as SQS does
 * @param batchSize how many messages come in one event, 1 to 10
 * @param reportsFailures whether the function's answer names the messages that are to be delivered again:
 *     {@code ReportBatchItemFailures}
 * @param maximumConcurrency how many events run at once, 1 or more
 */
public record QueueSource(String queueUrl, int batchSize, boolean reportsFailures, int maximumConcurrency) {

    private static final int LARGEST_BATCH = 10;

    /** Checks every setting; throws {@link IllegalArgumentException} that names the first wrong one. */
    public QueueSource {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "function setting queue.batchSize is " + batchSize + ": use 1 to " + LARGEST_BATCH);
        }
        if (maximumConcurrency < 1) {
            throw new IllegalArgumentException(
                    "function setting queue.maximumConcurrency is " + maximumConcurrency + ": use 1 or more");
        }
    }
}

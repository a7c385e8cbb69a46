package dev.longhaul.runtime.queue;

import dev.longhaul.aws.SqsQueue;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.protocol.Functions;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the hops of a function's own chains to the queue that feeds it, which is the timer of their waits, too. Those of other
 * functions, a child's or a parent's, go on their own way. Thread-safe.
 */
public final class ThroughQueue implements Continuation {

    private final SqsQueue queue;
    private final @Nullable String function;
    private final Continuation others;

    /**
     * A way through a queue.
     *
     * @param url the queue's
     * @param function the name of the function that it feeds, or null where that is not known
     * @param others the way to other functions, which is closed with this one
     * @param environment the process's environment variables
     * @throws IllegalArgumentException when the URL is none, or a FIFO queue's, or there is no region
     */
    public ThroughQueue(String url, @Nullable String function, Continuation others, Map<String, String> environment) {
        this.queue = new SqsQueue(url, environment);
        this.function = function;
        this.others = others;
    }

    @Override
    public void send(NextHop next) {
        if (isOwn(next)) {
            send(next, 0);
        } else {
            others.send(next);
        }
    }

    /** A message waits for a quarter of an hour at most: for a longer wait it is sent on when it comes. */
    @Override
    public boolean sendLater(NextHop next, long delayMillis) {
        boolean own = isOwn(next);
        if (own) {
            // A second more than is over, never one less: a hop that comes too early is sent on.
            long seconds = (delayMillis + 999) / 1_000;
            send(next, (int) Math.max(0, Math.min(seconds, SqsQueue.LONGEST_DELAY_SECONDS)));
        }
        return own;
    }

    private boolean isOwn(NextHop next) {
        return Functions.nameIn(next.functionArn()).equals(function);
    }

    private void send(NextHop next, int delaySeconds) {
        if (next.tenantId() != null) {
            throw new ContinuationException(
                    "the function is isolated by tenants, and a queue's messages have none. Set LONGHAUL_CONTINUE to self.",
                    null,
                    false);
        }
        try {
            queue.send(next.event(), delaySeconds);
        } catch (IOException e) {
            throw new ContinuationException(
                    "the next hop could not be sent to the queue " + queue.name() + ": " + e.getMessage(), e, true);
        }
    }

    @Override
    public void close() {
        queue.close();
        others.close();
    }
}

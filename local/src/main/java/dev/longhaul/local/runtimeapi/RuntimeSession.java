package dev.longhaul.local.runtimeapi;

import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with the runtime client of one process: it asks for an event, gets one, answers it, and asks again.
 * Thread-safe: requests arrive on the server's threads, the process's end on another, deliveries on a third.
 */
public final class RuntimeSession {

    private CompletableFuture<Optional<DeliveryResult>> ready = new CompletableFuture<>();
    private CompletableFuture<DeliveryResult> answer = new CompletableFuture<>();
    private @Nullable Poll poll;
    private @Nullable String requestId;
    private @Nullable DeliveryResult ended;

    /**
     * Is completed with nothing when the process asks for an event, or with the reason when it never will. There is a
     * new one after every delivery.
     */
    public synchronized CompletableFuture<Optional<DeliveryResult>> ready() {
        return ready;
    }

    /** Whether the process waits for an event at this moment. */
    public synchronized boolean isReady() {
        return poll != null;
    }

    /**
     * Hands an event to the process, which must be {@link #ready()}. The answer is completed by the process's response,
     * its error, or its end.
     */
    public CompletableFuture<DeliveryResult> deliver(Delivery delivery) {
        Poll open;
        CompletableFuture<DeliveryResult> pending;
        synchronized (this) {
            if (ended != null) {
                return CompletableFuture.completedFuture(ended);
            }
            if (poll == null) {
                throw new IllegalStateException("the process has not asked for an event");
            }
            open = poll;
            poll = null;
            requestId = delivery.invocation().requestId();
            ready = new CompletableFuture<>();
            answer = new CompletableFuture<>();
            pending = answer;
        }
        try {
            open.answer(delivery);
        } catch (IOException processGone) {
            // The poll of a process that has just died: its end completes the answer.
            open.cancel();
        }
        return pending;
    }

    /** Tells that the process has ended: whoever waits for it learns so, and its open poll is dropped. */
    public void end(int exitStatus) {
        stop(new DeliveryResult.Exit(exitStatus));
    }

    /** Takes the process's request for an event; where an earlier one is still open, that one is stale. */
    void next(Poll asked) {
        Poll dropped;
        CompletableFuture<Optional<DeliveryResult>> waiting;
        synchronized (this) {
            boolean over = ended != null;
            dropped = over ? asked : poll;
            poll = over ? null : asked;
            waiting = ready;
        }
        if (dropped != null) {
            dropped.cancel();
        }
        // Does nothing where the process has ended in the meantime: ready is completed already.
        waiting.complete(Optional.empty());
    }

    /** Whether the answer belongs to the running invocation; else it is refused. */
    boolean answer(String answeredRequestId, DeliveryResult given) {
        CompletableFuture<DeliveryResult> pending;
        synchronized (this) {
            if (!answeredRequestId.equals(requestId)) {
                return false;
            }
            requestId = null;
            pending = answer;
        }
        return pending.complete(given);
    }

    /** Takes the report of a failed init; the process ends by itself after it. */
    void initError(Payload error) {
        stop(new DeliveryResult.InitError(error));
    }

    private void stop(DeliveryResult reason) {
        DeliveryResult first;
        Poll open;
        CompletableFuture<Optional<DeliveryResult>> waiting;
        CompletableFuture<DeliveryResult> pending;
        synchronized (this) {
            if (ended == null) {
                ended = reason;
            }
            first = ended;
            open = poll;
            poll = null;
            waiting = ready;
            pending = answer;
            // The race of a process that asked for an event and died before it got one: its readiness is void.
            if (waiting.isDone()) {
                ready = CompletableFuture.completedFuture(Optional.of(first));
            }
        }
        if (open != null) {
            open.cancel();
        }
        waiting.complete(Optional.of(first));
        pending.complete(first);
    }
}

package dev.longhaul.local.queue;

import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An asynchronous event and its attempts so far. Immutable.
 *
 * @param invocation the event
 * @param acceptedAt when the client was told that it is in the queue
 * @param runs attempts that reached the function
 * @param refusals attempts in a row that did not
 * @param last of the attempts that reached the function
 */
public record QueuedEvent(Invocation invocation, Instant acceptedAt, int runs, int refusals, Optional<Completed> last) {

    static QueuedEvent accepted(Invocation invocation, Instant at) {
        return new QueuedEvent(invocation, at, 0, 0, Optional.empty());
    }

    QueuedEvent after(InvocationResult result) {
        return result instanceof Completed completed
                ? new QueuedEvent(invocation, acceptedAt, runs + 1, 0, Optional.of(completed))
                : new QueuedEvent(invocation, acceptedAt, runs, refusals + 1, last);
    }

    /** The event as its next attempt gets it. */
    Invocation nextAttempt() {
        return invocation.attempt(runs + 1);
    }

    Duration age(Instant now) {
        return Duration.between(acceptedAt, now);
    }

    FailedEvent failed(FailedEvent.Condition condition, Instant now) {
        return new FailedEvent(now, invocation, condition, runs, last);
    }
}

package dev.longhaul.local.queue;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.FailedEvent.Condition;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.Invoker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * The asynchronous events of one function: run at least once, tried again as Lambda does it, and told to the listener when
 * they are given up. What waits or runs when it is closed is there again in the next queue where its events are kept, and else given
 * up with {@link Condition#CLOSED}. Thread-safe.
 */
public final class EventQueue implements AutoCloseable {

    private final FunctionConfig function;
    private final Invoker invoker;
    private final RetrySchedule schedule;
    private final Later later;
    private final Clock clock;
    private final InvocationListener listener;
    private final KeptEvents kept;
    private final PendingEvents pending = new PendingEvents();

    /**
     * A queue without events.
     *
     * @param later runs the attempts, each on a thread of its own
     * @param scale maps Lambda's waits to those that are really waited
     * @param kept where the events are kept
     */
    public EventQueue(
            FunctionConfig function,
            Invoker invoker,
            Later later,
            Clock clock,
            UnaryOperator<Duration> scale,
            InvocationListener listener,
            KeptEvents kept) {
        this.function = function;
        this.invoker = invoker;
        this.schedule = new RetrySchedule(
                function.events().maximumRetryAttempts(), function.events().maximumEventAge(), scale);
        this.later = later;
        this.clock = clock;
        this.listener = listener;
        this.kept = kept;
    }

    /**
     * Runs what an earlier queue has left behind.
     *
     * @throws IllegalStateException when it can't be read
     */
    public void goOn() {
        kept.load().forEach(event -> enqueue(event, Duration.ZERO));
    }

    /** Takes an event, and returns when it is kept. */
    public void add(Invocation invocation) {
        QueuedEvent event = QueuedEvent.accepted(invocation, clock.instant());
        listener.on(new InvocationEvent.Queued(clock.instant(), invocation));
        if (function.forbidsLoop(invocation.headers().traceHeader())) {
            giveUp(event, Condition.RECURSIVE_LOOP);
        } else {
            kept.save(event);
            enqueue(event, Duration.ZERO);
        }
    }

    /** How many events wait or run. */
    public int size() {
        return pending.size();
    }

    private void enqueue(QueuedEvent event, Duration delay) {
        if (!pending.addWaiting(event)) {
            giveUp(event, Condition.CLOSED);
            return;
        }
        try {
            later.run(delay, () -> run(event));
        } catch (RejectedExecutionException closing) {
            giveUpWaiting(event);
        }
    }

    private void run(QueuedEvent event) {
        if (!pending.startRunning(event)) {
            // Given up by close() while it waited.
            return;
        }
        QueuedEvent next = event;
        try {
            if (schedule.isTooOld(event.age(clock.instant()))) {
                giveUp(event, Condition.EVENT_AGE_EXCEEDED);
                return;
            }
            InvocationResult result = invoker.invoke(event.nextAttempt());
            if (pending.isClosed() && kept.lasts()) {
                // Killed by the end of the local Lambda, it is run again by the next one, or it is done.
                if (result instanceof Completed completed && !completed.isError()) {
                    kept.remove(event);
                }
                return;
            }
            next = event.after(result);
            follow(next, result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(next, Condition.CLOSED);
        } finally {
            pending.endRunning();
        }
    }

    private void follow(QueuedEvent event, InvocationResult result) {
        RetrySchedule.Decision decision =
                schedule.after(result, event.runs(), event.refusals(), event.age(clock.instant()));
        if (decision instanceof RetrySchedule.Decision.Again again) {
            Invocation invocation = event.invocation();
            kept.save(event);
            listener.on(new InvocationEvent.Requeued(
                    clock.instant(), invocation.functionName(), invocation.requestId(), again.delay()));
            enqueue(event, again.delay());
        } else if (decision instanceof RetrySchedule.Decision.GiveUp giveUp) {
            giveUp(event, giveUp.condition());
        } else {
            kept.remove(event);
        }
    }

    private void giveUpWaiting(QueuedEvent event) {
        if (pending.startRunning(event)) {
            giveUp(event, Condition.CLOSED);
            pending.endRunning();
        }
    }

    private void giveUp(QueuedEvent event, Condition condition) {
        if (condition == Condition.CLOSED && kept.lasts()) {
            return;
        }
        kept.remove(event);
        listener.on(new InvocationEvent.GivenUp(clock.instant(), event.failed(condition, clock.instant())));
    }

    /** Gives up what waits and is not kept. What runs is still run to its end, but not tried again. */
    @Override
    public void close() {
        pending.close().forEach(event -> giveUp(event, Condition.CLOSED));
    }
}

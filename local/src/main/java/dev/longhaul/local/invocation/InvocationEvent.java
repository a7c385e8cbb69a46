package dev.longhaul.local.invocation;

import java.time.Duration;
import java.time.Instant;

/** Something that happened to an invocation. */
public sealed interface InvocationEvent {

    /** When. */
    Instant at();

    /** The bare name of the function. */
    String functionName();

    /** The same for every attempt at one asynchronous event. */
    String requestId();

    /**
     * An asynchronous event has come to the queue, once for all attempts at it.
     *
     * @param invocation the event
     */
    record Queued(Instant at, Invocation invocation) implements InvocationEvent {
        @Override
        public String functionName() {
            return invocation.functionName();
        }

        @Override
        public String requestId() {
            return invocation.requestId();
        }
    }

    /**
     * The event goes to a process that is ready for it.
     *
     * @param attempt from 1
     * @param environmentId which execution environment
     * @param pid the environment's process
     * @param coldStart whether the process was started for this invocation
     */
    record Started(
            Instant at,
            String functionName,
            String requestId,
            int attempt,
            String environmentId,
            long pid,
            boolean coldStart)
            implements InvocationEvent {}

    /**
     * A line of the function's log: START, END and REPORT, and what it printed.
     *
     * @param environmentId which execution environment
     * @param text without the line's end
     */
    record LogLine(Instant at, String functionName, String requestId, String environmentId, String text)
            implements InvocationEvent {}

    /**
     * The invocation ended.
     *
     * @param environmentId which execution environment: a request may run in two at once
     * @param report how it ended, and what it took
     */
    record Finished(Instant at, String functionName, String environmentId, Report report) implements InvocationEvent {
        @Override
        public String requestId() {
            return report.requestId();
        }
    }

    /**
     * The invocation was refused, or no process could be had for it.
     *
     * @param why the reason
     */
    record Refused(Instant at, String functionName, String requestId, String why) implements InvocationEvent {}

    /**
     * An asynchronous event goes back to the queue.
     *
     * @param delay how long it waits there
     */
    record Requeued(Instant at, String functionName, String requestId, Duration delay) implements InvocationEvent {}

    /** An asynchronous event was given up. */
    record GivenUp(Instant at, FailedEvent event) implements InvocationEvent {
        @Override
        public String functionName() {
            return event.invocation().functionName();
        }

        @Override
        public String requestId() {
            return event.invocation().requestId();
        }
    }
}

package dev.longhaul.local.invocation;

import java.time.Instant;
import java.util.Optional;

/**
 * An asynchronous event that was given up: the content of Lambda's on-failure record.
 *
 * @param at when it was given up
 * @param invocation the event; the record adds {@code $LATEST} to its ARN where no qualifier was given
 * @param condition why
 * @param invokeCount how often it was run
 * @param lastResult of the last attempt that ran
 */
public record FailedEvent(
        Instant at,
        Invocation invocation,
        Condition condition,
        int invokeCount,
        Optional<InvocationResult.Completed> lastResult) {

    /** Why an event was given up. */
    public enum Condition {
        /** The function failed as often as it was allowed to. */
        RETRIES_EXHAUSTED("RetriesExhausted"),

        /** It became older than the function's maximum event age. */
        EVENT_AGE_EXCEEDED("EventAgeExceeded"),

        /** The function is turned off: its reserved concurrency is 0. */
        ZERO_RESERVED_CONCURRENCY("ZeroReservedConcurrency"),

        /** It has passed the function 16 times, and loops are not allowed; AWS doesn't document its own word. */
        RECURSIVE_LOOP("RecursiveLoop"),
        /** The local Lambda was closed while the event waited; Lambda itself has no such condition. */
        CLOSED("LocalLambdaClosed");

        private final String awsName;

        Condition(String awsName) {
            this.awsName = awsName;
        }

        /** The {@code condition} in the record. */
        public String awsName() {
            return awsName;
        }
    }

    /** The record as Lambda sends it to an on-failure destination. */
    public String toJson() {
        return FailureRecord.json(this);
    }
}

package dev.longhaul.testing.sim;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the function, and what AWS sends along with it.
 *
 * @param job the job whose function it is for
 * @param event the event as JSON
 * @param requestId the same in every delivery of it
 * @param trace the trace header, or null
 * @param tenant the tenant of a function with tenant isolation, or null
 */
record Delivery(
        Workload job,
        String event,
        String requestId,
        @Nullable String trace,
        @Nullable String tenant) {}

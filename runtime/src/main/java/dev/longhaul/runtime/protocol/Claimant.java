package dev.longhaul.runtime.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The invocation that wants a chain. Times are milliseconds of the epoch.
 *
 * @param requestId its request id, the same in every delivery of one event
 * @param functionArn the function, with the alias or version that it was invoked by
 * @param tenantId the tenant of an isolated function, or null
 * @param now the present
 * @param leaseUntil when it is surely gone
 */
public record Claimant(
        String requestId, String functionArn, @Nullable String tenantId, long now, long leaseUntil) {}

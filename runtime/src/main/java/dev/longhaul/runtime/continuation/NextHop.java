package dev.longhaul.runtime.continuation;

import org.jspecify.annotations.Nullable;

/**
 * The next hop of a chain.
 *
 * @param functionArn the function to invoke, with its alias or version
 * @param event the continuation event
 * @param traceHeader this invocation's X-Ray trace header, which Lambda follows chains by, or null
 * @param tenantId the tenant of an isolated function, or null
 */
public record NextHop(
        String functionArn,
        String event,
        @Nullable String traceHeader,
        @Nullable String tenantId) {}

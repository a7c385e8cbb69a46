package dev.longhaul.local.invocation;

import java.util.Optional;

/**
 * One call of a function on its way to a process. Immutable.
 *
 * @param functionName the bare name
 * @param functionArn as invoked, with the qualifier where one was given
 * @param requestId the same for every attempt at one asynchronous event
 * @param attempt from 1
 * @param payload the event
 * @param headers what came with the event
 */
public record Invocation(
        String functionName, String functionArn, String requestId, int attempt, Payload payload, Headers headers) {

    /**
     * What comes with an event, beside its payload.
     *
     * @param traceHeader value of {@code X-Amzn-Trace-Id}, passed on as it is
     * @param tenantId of a function with tenant isolation
     * @param clientContext JSON; never with an asynchronous event, as on Lambda
     */
    public record Headers(String traceHeader, Optional<String> tenantId, Optional<String> clientContext) {}

    /** The same call as another attempt at it. */
    public Invocation attempt(int number) {
        return new Invocation(functionName, functionArn, requestId, number, payload, headers);
    }
}

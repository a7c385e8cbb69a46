package dev.longhaul.runtime.continuation;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.event.Envelope;
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
        @Nullable String tenantId) {

    /** The hop that a chain waits for, as somebody other than its last hop sends it. */
    public static NextHop of(ChainRecord chain) {
        String event = Envelope.continuation(chain.job(), chain.chainId(), chain.hop(), null);
        return new NextHop(chain.functionArn(), event, null, chain.identity().tenantId());
    }
}

package dev.longhaul.runtime.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a chain is from its beginning to its end.
 *
 * @param job the job's name
 * @param chainId the chain's id, unique within the job
 * @param tenantId the tenant of a function with tenant isolation, whose invocations alone may have the chain, or null
 * @param startedAt when it began, in milliseconds of the epoch
 * @param startedBy the request id of its start event
 * @param parent the chain that has started it, or null
 */
public record Identity(
        String job,
        String chainId,
        @Nullable String tenantId,
        long startedAt,
        String startedBy,
        @Nullable ParentChain parent) {

    /** The identity of a chain that an invocation begins. */
    public static Identity first(String job, String chainId, @Nullable String tenantId, long now, String requestId) {
        return new Identity(job, chainId, tenantId, now, requestId, null);
    }

    /** This identity, of a chain that another one has started. */
    public Identity withParent(@Nullable ParentChain value) {
        return new Identity(job, chainId, tenantId, startedAt, startedBy, value);
    }

    /** This identity, under another id. */
    public Identity withChainId(String value) {
        return new Identity(job, value, tenantId, startedAt, startedBy, parent);
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.protocol.Processes;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of the function.
 *
 * @param requestId its request id, the same in every delivery of one event
 * @param functionArn the function, with the alias or version that it was invoked by
 * @param remainingMillis what is left of it; {@link Long#MAX_VALUE} where nothing limits it
 * @param traceHeader the X-Ray trace header, or null
 * @param tenantId the tenant of an isolated function, or null
 */
public record Invocation(
        String requestId,
        String functionArn,
        LongSupplier remainingMillis,
        @Nullable String traceHeader,
        @Nullable String tenantId) {

    /** Whether it is a process's of one's own, and no function's: it is billed elsewhere, and renews its lease. */
    boolean inProcess() {
        return Processes.is(requestId);
    }
}

package dev.longhaul.opentelemetry;

import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Prepares an SDK for the traces of chains. One that configures itself is prepared without a call. Thread-safe.
 */
public final class ChainTraces {

    /** How long the spans of a hop may take to leave; what is not away then leaves with those of a later hop. */
    private static final int FLUSH_MILLIS = 2_000;

    private static final List<SpanProcessor> PROCESSORS = new CopyOnWriteArrayList<>();

    private ChainTraces() {}

    /**
     * Prepares an SDK that is built by hand: a chain's span gets the ids that its hops know, and what the processor holds back is sent when a
     * hop ends, since Lambda stops the environment then. An ID generator that was set before is replaced.
     *
     * @param provider what the SDK's tracers are made by
     * @param processor sends the spans; it is added to the provider
     * @return the provider
     */
    public static SdkTracerProviderBuilder prepare(SdkTracerProviderBuilder provider, SpanProcessor processor) {
        return provider.setIdGenerator(ChainIds.get()).addSpanProcessor(flushed(processor));
    }

    /** Remembers a processor, which sends what it has when a hop ends. */
    static SpanProcessor flushed(SpanProcessor processor) {
        PROCESSORS.add(processor);
        return processor;
    }

    /** Waits until the spans so far are away, two seconds at most for each processor. */
    static void flush() {
        PROCESSORS.stream()
                .map(SpanProcessor::forceFlush)
                .toList()
                .forEach(result -> result.join(FLUSH_MILLIS, TimeUnit.MILLISECONDS));
    }
}

package dev.longhaul.runtime.log;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.log.HopTracer.HopTrace;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The function's {@link HopTracer}, if it has one. */
public final class HopTraces {

    private static final HopTrace NONE = left -> {};

    private static final Optional<HopTracer> TRACER = load();

    private HopTraces() {}

    private static Optional<HopTracer> load() {
        try {
            return ServiceLoader.load(HopTracer.class, HopTracer.class.getClassLoader())
                    .findFirst();
        } catch (ServiceConfigurationError e) {
            return Optional.of(claimed -> {
                throw new IllegalStateException("the tracer can't be loaded", e);
            });
        }
    }

    /** Begins the trace of a hop, which this thread runs. */
    public static HopTrace begin(ChainRecord claimed, HopLog log) {
        return TRACER.map(tracer -> guarded(tracer, claimed, log)).orElse(NONE);
    }

    /** What goes wrong in the tracer does not reach the hop. */
    static HopTrace guarded(HopTracer tracer, ChainRecord claimed, HopLog log) {
        try {
            HopTrace trace = tracer.begin(claimed);
            return left -> {
                try {
                    trace.end(left);
                } catch (RuntimeException e) {
                    log.trouble(left, Activity.TRACING, e);
                }
            };
        } catch (RuntimeException e) {
            log.trouble(claimed, Activity.TRACING, e);
            return NONE;
        }
    }
}

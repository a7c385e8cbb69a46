package dev.longhaul.runtime.log;

import dev.longhaul.runtime.chain.ChainRecord;
import java.util.Objects;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/**
 * What a job's own log lines are about, for whoever logs through SLF4J: its thread context has the chain, the hop and the step
 * while the job runs.
 *
 * <p>Where nothing listens to SLF4J nothing is done, and none of its classes is loaded.
 */
public final class LogContext {

    private static final String PROVIDER = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";
    private static final String CHAIN = "chain";
    private static final String HOP = "hop";
    private static final String STEP = "step";

    private static final boolean LISTENED =
            Objects.requireNonNull(LogContext.class.getClassLoader()).getResource(PROVIDER) != null
                    && !(MDC.getMDCAdapter() instanceof NOPMDCAdapter);

    private LogContext() {}

    /** This thread runs a hop of a chain from now on. */
    public static void begin(ChainRecord chain) {
        if (LISTENED) {
            MDC.put(CHAIN, chain.chainId());
            MDC.put(HOP, Integer.toString(chain.hop()));
        }
    }

    /** The hop does a step. */
    public static void step(long number) {
        if (LISTENED) {
            MDC.put(STEP, Long.toString(number));
        }
    }

    /** This thread has nothing more to do with the chain. */
    public static void end() {
        if (LISTENED) {
            MDC.remove(CHAIN);
            MDC.remove(HOP);
            MDC.remove(STEP);
        }
    }
}

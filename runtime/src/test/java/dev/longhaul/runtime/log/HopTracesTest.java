package dev.longhaul.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.log.HopTracer.HopTrace;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tracer throws is said and forgotten. */
class HopTracesTest {

    private final List<String> lines = new ArrayList<>();
    private final HopLog log = new HopLog(lines::add);

    @Test
    void aTracerThatFailsAtTheBeginning() {
        HopTrace trace = HopTraces.guarded(
                claimed -> {
                    throw new IllegalStateException("no SDK");
                },
                chain(),
                log);
        trace.end(chain());

        assertThat(lines).singleElement().asString().contains("tracing the hop", "IllegalStateException");
    }

    @Test
    void aTracerThatFailsAtTheEnd() {
        HopTrace trace = HopTraces.guarded(
                claimed -> left -> {
                    throw new IllegalStateException("no exporter");
                },
                chain(),
                log);
        trace.end(chain());

        assertThat(lines).singleElement().asString().contains("tracing the hop", "IllegalStateException");
    }

    @Test
    void aTracerIsToldOfTheBeginningAndTheEnd() {
        List<String> told = new ArrayList<>();
        HopTraces.guarded(
                        claimed -> {
                            told.add("begin " + claimed.chainId());
                            return left -> told.add("end " + left.chainId());
                        },
                        chain(),
                        log)
                .end(chain());

        assertThat(told).containsExactly("begin c", "end c");
        assertThat(lines).isEmpty();
    }

    private static ChainRecord chain() {
        Claim claim = Claims.start(null, "Count", "c", "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}

package dev.longhaul.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.opentelemetry.ChainIds.Ids;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenTelemetry's SDK finds what prepares it, as it does in a function. */
class SelfConfiguredTest {

    @AfterEach
    void forgetSdk() {
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void theSpanOfAChainHasTheIdsThatFollowFromItsName() {
        AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.traces.exporter", "none", "otel.metrics.exporter", "none", "otel.logs.exporter", "none"))
                .setResultAsGlobal()
                .build();
        Ids ids = Ids.of("Count", "november");

        Span chain = ChainIds.get()
                .giving(
                        ids,
                        () -> GlobalOpenTelemetry.getTracer("test")
                                .spanBuilder("Count")
                                .setNoParent()
                                .startSpan());

        assertThat(chain.getSpanContext().getTraceId()).isEqualTo(ids.trace());
        assertThat(chain.getSpanContext().getSpanId()).isEqualTo(ids.span());
        assertThat(Ids.of("Count", "december")).isNotEqualTo(ids);
    }
}

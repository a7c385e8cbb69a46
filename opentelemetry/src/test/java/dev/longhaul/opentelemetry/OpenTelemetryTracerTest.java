package dev.longhaul.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chains in virtual time, traced by OpenTelemetry's own SDK. */
class OpenTelemetryTracerTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    @AfterEach
    void forgetSdk() {
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void allHopsOfAChainAreOneTrace() {
        prepared();

        ChainRun<Count> run = tester().run().assertCompleted();

        List<SpanData> spans = exported.getFinishedSpanItems();
        List<SpanData> hops = named("Count hop");
        SpanData chain = only("Count");
        assertThat(traces()).hasSize(1);
        assertThat(run.hops()).isEqualTo(3);
        assertThat(hops)
                .hasSize(run.hops())
                .allMatch(hop -> hop.getParentSpanId().equals(chain.getSpanId()));
        assertThat(chain.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(chain.getEndEpochNanos() - chain.getStartEpochNanos())
                .isEqualTo(
                        Duration.ofMillis(run.chain().updatedAt() - run.chain().startedAt())
                                .toNanos());
        Set<String> ids = hops.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        assertThat(named("one")).hasSize(7).allMatch(span -> ids.contains(span.getParentSpanId()));
        assertThat(spans).hasSize(1 + run.hops() + 7);
    }

    @Test
    void aHopSaysHowItEnded() {
        prepared();

        tester().run().assertCompleted();

        assertThat(named("Count hop"))
                .extracting(hop -> hop.getAttributes().asMap().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().getKey(),
                                each -> each.getValue().toString())))
                .allSatisfy(attributes -> assertThat(attributes)
                        .containsEntry("longhaul.job", "Count")
                        .containsKeys("longhaul.chain", "longhaul.hop", "longhaul.steps"))
                .extracting(attributes -> attributes.get("longhaul.end"))
                .startsWith("HANDED_OFF")
                .endsWith("FINISHED");
    }

    @Test
    void aChainThatFailsIsAnError() {
        prepared();

        tester().prepare(job -> job.failsAt = 4).run().assertFailed(IllegalStateException.class);

        SpanData chain = only("Count");
        assertThat(chain.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(chain.getAttributes().asMap().values()).contains("java.lang.IllegalStateException", "FAILED");
    }

    @Test
    void whatIsHeldBackIsSentWhenAHopEnds() {
        SdkTracerProvider provider = ChainTraces.prepare(
                        SdkTracerProvider.builder(),
                        BatchSpanProcessor.builder(exported)
                                .setScheduleDelay(Duration.ofHours(1))
                                .build())
                .build();
        OpenTelemetrySdk.builder().setTracerProvider(provider).buildAndRegisterGlobal();

        tester().run().assertCompleted();

        assertThat(named("Count")).hasSize(1);
    }

    @Test
    void anSdkThatIsNotPreparedHasTheHopsInOneTraceToo() {
        OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exported))
                        .build())
                .buildAndRegisterGlobal();

        ChainRun<Count> run = tester().run().assertCompleted();

        assertThat(named("Count hop")).hasSize(run.hops());
        assertThat(named("Count hop").stream().map(SpanData::getTraceId).distinct())
                .hasSize(1);
    }

    @Test
    void withoutAnSdkTheChainRunsAllTheSame() {
        tester().run().assertCompleted();

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    private static ChainTester<Count> tester() {
        return ChainTester.of(new CountHandler()).stepTakes(Duration.ofSeconds(2));
    }

    private void prepared() {
        SdkTracerProvider provider = ChainTraces.prepare(
                        SdkTracerProvider.builder(), SimpleSpanProcessor.create(exported))
                .build();
        OpenTelemetrySdk.builder().setTracerProvider(provider).buildAndRegisterGlobal();
    }

    private Set<String> traces() {
        return exported.getFinishedSpanItems().stream()
                .map(SpanData::getTraceId)
                .collect(Collectors.toSet());
    }

    private SpanData only(String name) {
        List<SpanData> found = named(name);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<SpanData> named(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}

package dev.longhaul.opentelemetry;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.log.HopTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;

/**
 * Makes a span of each hop, and when the chain has ended, one of the whole chain, which they are the children of. While the hop runs
 * its span is the current one, so that the spans that a step makes are its children.
 *
 * <p>It takes the SDK that is the global one ({@code GlobalOpenTelemetry}) when the first hop begins.
 */
public final class OpenTelemetryTracer implements HopTracer {

    private static final AttributeKey<String> JOB = AttributeKey.stringKey("longhaul.job");
    private static final AttributeKey<String> CHAIN = AttributeKey.stringKey("longhaul.chain");
    private static final AttributeKey<Long> HOP = AttributeKey.longKey("longhaul.hop");
    private static final AttributeKey<Long> STEPS = AttributeKey.longKey("longhaul.steps");
    private static final AttributeKey<String> END = AttributeKey.stringKey("longhaul.end");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("longhaul.status");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    /** For {@link java.util.ServiceLoader}. */
    public OpenTelemetryTracer() {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // The scope is closed by the hop's end.
    public HopTrace begin(ChainRecord claimed) {
        Tracer tracer = GlobalOpenTelemetry.getTracer("dev.longhaul");
        Span chain = chain(tracer, claimed);
        Span hop = tracer.spanBuilder(claimed.job() + " hop")
                .setParent(Context.root().with(parent(chain, claimed)))
                .addLink(Span.current().getSpanContext())
                .setStartTimestamp(startOf(claimed), TimeUnit.MILLISECONDS)
                .setAttribute(JOB, claimed.job())
                .setAttribute(CHAIN, claimed.chainId())
                .setAttribute(HOP, (long) claimed.hop())
                .startSpan();
        Scope scope = hop.makeCurrent();
        return left -> {
            scope.close();
            end(hop, left);
            // One hop ends the chain. The span of a chain that goes on is let go: only one that has ended is sent.
            if (left.status().terminal()) {
                describe(chain, left);
                chain.setAttribute(STATUS, left.status().name()).setAttribute(STEPS, left.steps());
                chain.end(left.updatedAt(), TimeUnit.MILLISECONDS);
            }
            ChainTraces.flush();
        };
    }

    private static Span chain(Tracer tracer, ChainRecord chain) {
        return ChainIds.get()
                .giving(
                        ChainIds.Ids.of(chain.job(), chain.chainId()),
                        () -> tracer.spanBuilder(chain.job())
                                .setNoParent()
                                .setStartTimestamp(chain.startedAt(), TimeUnit.MILLISECONDS)
                                .setAttribute(JOB, chain.job())
                                .setAttribute(CHAIN, chain.chainId())
                                .startSpan());
    }

    /** The chain's span; where the SDK has no {@link ChainIds}, another process's with the same ids, which nobody sends. */
    private static Span parent(Span chain, ChainRecord record) {
        ChainIds.Ids ids = ChainIds.Ids.of(record.job(), record.chainId());
        SpanContext made = chain.getSpanContext();
        return made.getTraceId().equals(ids.trace())
                ? chain
                : Span.wrap(SpanContext.createFromRemoteParent(
                        ids.trace(), ids.span(), made.getTraceFlags(), TraceState.getDefault()));
    }

    private static void end(Span hop, ChainRecord left) {
        HopEntry last = left.lastHop();
        if (last != null) {
            hop.setAttribute(STEPS, last.steps()).setAttribute(END, last.end().name());
        }
        describe(hop, left);
        hop.end(left.updatedAt(), TimeUnit.MILLISECONDS);
    }

    private static void describe(Span span, ChainRecord left) {
        Failure failure = left.failure();
        if (left.status() == ChainStatus.FAILED) {
            span.setStatus(StatusCode.ERROR);
            if (failure != null) {
                span.setAttribute(ERROR, failure.kind());
            }
        }
    }

    private static long startOf(ChainRecord claimed) {
        HopEntry hop = claimed.lastHop();
        return hop == null ? claimed.updatedAt() : hop.startedAt();
    }
}

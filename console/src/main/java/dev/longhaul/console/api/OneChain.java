package dev.longhaul.console.api;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.ChainView;
import dev.longhaul.client.FunctionView;
import dev.longhaul.client.FunctionView.Timing;
import dev.longhaul.console.http.Answer;
import dev.longhaul.console.http.Call;
import dev.longhaul.console.lab.Lab;
import dev.longhaul.console.lab.Moment;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One chain with all that is known of it. Thread-safe. */
public final class OneChain {

    private final ChainClient client;
    private final FunctionFacts facts;
    private final @Nullable Lab lab;

    /**
     * The chains of a client, one at a time.
     *
     * @param lab what the Lambda shows besides, or null
     */
    public OneChain(ChainClient client, FunctionFacts facts, @Nullable Lab lab) {
        this.client = client;
        this.facts = facts;
        this.lab = lab;
    }

    /** {@code GET /api/chain?job=...&chain=...&moments=SEQUENCE&log=SEQUENCE}. */
    public Answer show(Call call) throws IOException {
        ChainHandle handle = client.chain(call.required("job"), call.required("chain"));
        Optional<ChainRecord> found = handle.find();
        long now = System.currentTimeMillis();
        long knownMoments = call.number("moments");
        long knownLog = call.number("log");
        return Answer.json(out -> {
            out.beginObject();
            out.field("now").text(Instant.ofEpochMilli(now));
            if (found.isPresent()) {
                ChainRecord chain = found.get();
                Optional<FunctionView> function = facts.of(handle, chain, now);
                out.field("record");
                ChainView.full(chain, function.orElse(null), true, out);
                standing(chain, function, now, out);
            }
            if (lab != null) {
                lab(lab, handle, knownMoments, knownLog, out);
            }
            out.endObject();
        });
    }

    private static void standing(ChainRecord chain, Optional<FunctionView> function, long now, StateWriter out)
            throws IOException {
        out.field("standing").beginObject();
        Chains.costs(chain, function, out);
        out.field("owner").string(chain.owner());
        out.field("failedAttempts").integer(chain.failedAttempts());
        out.field("sweeps").integer(chain.sweeps());
        out.field("waits").integer(chain.usage().waits());
        out.field("signalsWaiting")
                .values(chain.inbox().waiting().stream()
                        .map(each -> each.name())
                        .toList());
        if (chain.status() == ChainStatus.RUNNING) {
            // The lease is the invocation's deadline and a grace.
            long remaining = chain.leaseUntil() - Graces.STANDARD.deadline() - now;
            out.field("remainingMillis").integer(Math.max(0, remaining));
        }
        if (function.isPresent()) {
            Timing timing = function.get().timing();
            out.field("safeMillis").integer(timing.safeMillis());
            out.field("tickMillis").integer(timing.tickMillis());
            out.field("timeoutMillis").integer(timing.timeoutMillis());
            out.field("memoryMegabytes").integer(function.get().memoryMegabytes());
        }
        out.endObject();
    }

    private static void lab(Lab lab, ChainHandle handle, long knownMoments, long knownLog, StateWriter out)
            throws IOException {
        out.field("lab").beginObject();
        out.field("throttled").bool(lab.isThrottled(handle.job()));
        moments(lab.moments(handle.job(), handle.chainId(), knownMoments), out.field("moments"));
        moments(lab.log(handle.job(), handle.chainId(), knownLog), out.field("log"));
        out.endObject();
    }

    private static void moments(List<Moment> moments, StateWriter out) throws IOException {
        out.beginArray();
        for (Moment moment : moments) {
            out.beginObject();
            out.field("sequence").integer(moment.sequence());
            out.field("at").text(moment.at());
            out.field("request").string(moment.request());
            out.field("what").string(moment.what());
            for (Map.Entry<String, String> detail : moment.details().entrySet()) {
                out.field(detail.getKey()).string(detail.getValue());
            }
            out.endObject();
        }
        out.endArray();
    }
}

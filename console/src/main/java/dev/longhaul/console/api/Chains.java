package dev.longhaul.console.api;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainFilter;
import dev.longhaul.client.ChainPage;
import dev.longhaul.client.ChainView;
import dev.longhaul.client.FunctionView;
import dev.longhaul.console.http.Answer;
import dev.longhaul.console.http.Call;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The chains of all jobs, the one that was updated last first. Thread-safe. */
public final class Chains {

    private static final int OF_A_JOB = 100;

    private final ChainClient client;
    private final FunctionFacts facts;
    private final List<String> jobs;

    /** The chains of these jobs. */
    public Chains(ChainClient client, FunctionFacts facts, List<String> jobs) {
        this.client = client;
        this.facts = facts;
        this.jobs = List.copyOf(jobs);
    }

    /** {@code GET /api/chains?status=living&prefix=...&parentJob=...&parent=...}. */
    public Answer list(Call call) throws IOException {
        ChainFilter filter = ChainFilter.ALL
                .withStatuses(statuses(call.optional("status", "all")))
                .withPrefix(call.optional("prefix", ""));
        String parent = call.optional("parent", "");
        if (!parent.isEmpty()) {
            filter = filter.withParent(call.required("parentJob"), parent);
        }
        ChainFilter wanted = filter;
        List<ChainPage> pages =
                jobs.stream().map(job -> client.list(job, wanted, OF_A_JOB)).toList();
        List<ChainRecord> chains = new ArrayList<>();
        pages.forEach(page -> chains.addAll(page.chains()));
        chains.sort(Comparator.comparingLong(ChainRecord::updatedAt).reversed());
        long now = System.currentTimeMillis();
        return Answer.json(out -> {
            out.beginObject();
            out.field("now").text(Instant.ofEpochMilli(now));
            out.field("chains").beginArray();
            for (ChainRecord chain : chains) {
                out.beginObject();
                ChainView.summary(chain, out);
                costs(chain, facts.of(client.chain(chain.job(), chain.chainId()), chain, now), out);
                out.endObject();
            }
            out.endArray();
            out.field("unreadable")
                    .values(pages.stream()
                            .flatMap(page -> page.unreadable().stream())
                            .toList());
            out.field("more").bool(pages.stream().anyMatch(ChainPage::hasNext));
            out.endObject();
        });
    }

    private static Set<ChainStatus> statuses(String wanted) {
        Predicate<ChainStatus> ended = ChainStatus::terminal;
        Set<ChainStatus> statuses = EnumSet.allOf(ChainStatus.class);
        switch (wanted) {
            case "all" -> {}
            case "living" -> statuses.removeIf(ended);
            case "ended" -> statuses.removeIf(ended.negate());
            default -> throw new IllegalArgumentException("status is all, living or ended");
        }
        return statuses;
    }

    /** Writes when a chain wakes and what it costs, as far as that is known. */
    static void costs(ChainRecord chain, Optional<FunctionView> function, StateWriter out) throws IOException {
        if (chain.status() == ChainStatus.WAITING) {
            out.field("waitsUntil").text(Instant.ofEpochMilli(chain.leaseUntil()));
        }
        if (function.isEmpty()) {
            return;
        }
        double cost = function.get().costUsd();
        out.field("costUsd").float64(cost);
        Progress progress = chain.progress();
        if (progress != null && progress.done() > 0 && !chain.status().terminal()) {
            out.field("costToGoUsd").float64(cost / progress.done() * Math.max(0, progress.total() - progress.done()));
        }
    }
}

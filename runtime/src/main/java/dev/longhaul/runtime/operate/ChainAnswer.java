package dev.longhaul.runtime.operate;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.job.JobOptions.Limits;
import dev.longhaul.runtime.job.JobOptions.Price;
import dev.longhaul.runtime.job.JobOptions.Timing;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Spent;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * How a chain stands, as JSON: {@code {"chain":"...","job":"...","status":"RUNNING","hop":3,"steps":1234,...}}. What there is
 * not is left out.
 */
final class ChainAnswer {

    /** What a Lambda function can answer, with room for the rest: a longer result is left out. */
    private static final int LONGEST_RESULT = 1_500_000;

    private final ChainRecord chain;
    private final JobOptions options;
    private final long now;
    private final StateWriter out;

    private ChainAnswer(ChainRecord chain, JobOptions options, long now) throws IOException {
        this.chain = chain;
        this.options = options;
        this.now = now;
        this.out = new StateWriter();
    }

    static String of(ChainRecord chain, JobOptions options, long now) {
        try {
            return new ChainAnswer(chain, options, now).written();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer can't be written", e);
        }
    }

    /** {@code {"chain":"...","refused":"why, and what to do"}}. */
    static String refused(String chainId, MoveRefusedException why) {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("chain").string(chainId);
            out.field("refused").string(why.getMessage());
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer can't be written", e);
        }
    }

    private String written() throws IOException {
        out.beginObject();
        out.field("chain").string(chain.chainId());
        out.field("job").string(chain.job());
        out.field("status").text(chain.status());
        out.field("hop").integer(chain.hop());
        out.field("steps").integer(chain.steps());
        progress();
        out.field("startedAt").text(Instant.ofEpochMilli(chain.startedAt()));
        out.field("updatedAt").text(Instant.ofEpochMilli(chain.updatedAt()));
        out.field("function").string(chain.functionArn());
        if (chain.status() == ChainStatus.WAITING) {
            out.field("waitsUntil").text(Instant.ofEpochMilli(chain.leaseUntil()));
        }
        if (!chain.inbox().isEmpty()) {
            out.field("signalsWaiting").integer(chain.inbox().waiting().size());
        }
        cost();
        timing();
        bounds();
        ending();
        out.endObject();
        return out.finish();
    }

    private void progress() throws IOException {
        Progress progress = chain.progress();
        if (progress == null) {
            return;
        }
        out.field("progress").beginObject();
        out.field("done").integer(progress.done());
        out.field("total").integer(progress.total());
        out.field("message").string(progress.message());
        out.endObject();
    }

    private void cost() throws IOException {
        Price price = options.price();
        Spent all = Spent.inAll(chain, now);
        out.field("costUsd").float64(price.usd(all.billedMillis(), all.claims()));
        out.field("billedMillis").integer(all.billedMillis());
        out.field("requests").integer(all.claims());
        out.field("price").beginObject();
        out.field("memoryMegabytes").integer(price.memoryMegabytes());
        out.field("usdPerGigabyteSecond").float64(price.usdPerGigabyteSecond());
        out.endObject();
    }

    private void timing() throws IOException {
        Timing timing = options.timing();
        out.field("timing").beginObject();
        out.field("safeMillis").integer(timing.safeMillis());
        out.field("tickMillis").integer(timing.tickMillis());
        out.field("timeoutMillis").integer(timing.timeoutMillis());
        out.endObject();
    }

    /** How much of each bound is used, since the chain's beginning or since it was resumed last; without those not set. */
    private void bounds() throws IOException {
        Spent spent = Spent.sinceResumed(chain, now);
        Limits limits = options.limits();
        out.field("bounds").beginObject();
        bound("maxHops", spent.hops(), limits.maxHops());
        bound("invocations", spent.claims(), Bounds.mostClaims(limits.maxHops(), spent.waits()));
        bound("maxWakes", spent.waits(), limits.maxWakes());
        bound("maxStalledHops", chain.stalledHops(), limits.maxStalledHops());
        bound("maxDurationMillis", spent.durationMillis(), limits.maxDurationMillis());
        if (limits.maxCostUsd() > 0) {
            out.field("maxCostUsd").beginObject();
            out.field("used").float64(options.price().usd(spent.billedMillis(), spent.claims()));
            out.field("of").float64(limits.maxCostUsd());
            out.endObject();
        }
        out.endObject();
    }

    private void bound(String name, long used, long most) throws IOException {
        if (most > 0) {
            out.field(name).beginObject();
            out.field("used").integer(used);
            out.field("of").integer(most);
            out.endObject();
        }
    }

    private void ending() throws IOException {
        if (chain.stopRequested() != null) {
            out.field("stopRequested").string(chain.stopRequested());
        }
        Failure failure = chain.failure();
        if (failure != null) {
            out.field("failure").beginObject();
            out.field("kind").string(failure.kind());
            out.field("message").string(failure.message());
            out.endObject();
        }
        String result = chain.result();
        if (result != null && result.length() > LONGEST_RESULT) {
            out.field("resultLeftOut").string("it has " + result.length() + " characters: read it from the store");
        } else if (result != null) {
            out.field("result").raw(result);
        }
    }
}

package dev.longhaul.cli;

import dev.longhaul.client.FunctionView;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.job.JobOptions.Price;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is seen of a chain over time: how fast it is, and what it has to go. Not thread-safe. */
final class Watching {

    private static final int BAR = 30;
    private static final int SHORT_BAR = 10;
    /** Over so long a time the rate is taken: some hops of a local Lambda, some checkpoints of AWS's. */
    private static final long RATE_MILLIS = 120_000;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Price price;

    /**
     * A look.
     *
     * @param at when it was committed
     * @param done what was done by then
     */
    private record Sample(long at, long done) {}

    Watching() {}

    /** Notes what the chain's function has said of its price. */
    void priced(FunctionView function) {
        price = new Price(function.memoryMegabytes(), function.usdPerGigabyteSecond());
    }

    /** Notes how the chain stands. */
    void see(ChainRecord chain) {
        Progress progress = chain.progress();
        Sample sample = new Sample(chain.updatedAt(), progress == null ? chain.steps() : progress.done());
        Sample last = samples.peekLast();
        if (last == null || last.done() != sample.done()) {
            samples.add(sample);
        }
        while (samples.size() > 2 && samples.peekFirst().at() < sample.at() - RATE_MILLIS) {
            samples.removeFirst();
        }
    }

    /** Units of progress, or steps, a second; 0 where that is not known yet. */
    double rate(ChainRecord chain) {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null) {
            return 0;
        }
        if (samples.size() == 1) {
            first = new Sample(chain.startedAt(), 0);
        }
        long millis = last.at() - first.at();
        return millis <= 0 || last.done() <= first.done() ? 0 : (last.done() - first.done()) * 1_000.0 / millis;
    }

    /** What the chain has cost by now; negative where its price is not known. */
    double cost(ChainRecord chain, long now) {
        if (price == null) {
            return -1;
        }
        long running = chain.status() == ChainStatus.RUNNING
                ? Math.max(0, Math.min(now, chain.leaseUntil()) - chain.updatedAt())
                : 0;
        return price.usd(chain.billedMillis() + running, chain.usage().claims());
    }

    /** One line, with picocli's marks, of at most so many characters where that can be. */
    String line(ChainRecord chain, long now, int width) {
        String line = line(chain, now, true, BAR);
        if (Texts.length(line) > width) {
            line = line(chain, now, true, SHORT_BAR);
        }
        return Texts.length(line) > width ? line(chain, now, false, SHORT_BAR) : line;
    }

    private String line(ChainRecord chain, long now, boolean units, int bar) {
        Progress progress = chain.progress();
        long done = progress == null ? 0 : progress.done();
        long total = progress == null ? 0 : progress.total();
        boolean open = total > 0 && !chain.status().terminal();
        double rate = rate(chain);
        double cost = cost(chain, now);
        StringBuilder line = new StringBuilder(beginning(chain, progress, units, bar));
        if (rate > 0) {
            line.append("  ").append(String.format(Locale.ROOT, rate >= 10 ? "%,.0f/s" : "%.1f/s", rate));
            if (open) {
                line.append("  ")
                        .append(Texts.duration((long) (Math.max(0, total - done) / rate * 1_000)))
                        .append(" left");
            }
        }
        if (cost >= 0) {
            line.append("  ").append(Texts.dollars(cost));
            if (open && done > 0) {
                line.append(", ")
                        .append(Texts.dollars(cost / done * Math.max(0, total - done)))
                        .append(" to go");
            }
        }
        return line.append("  hop ")
                .append(chain.hop())
                .append("  ")
                .append(Texts.standing(chain, now))
                .toString();
    }

    private static String beginning(ChainRecord chain, @Nullable Progress progress, boolean units, int bar) {
        if (progress == null) {
            return Texts.count(chain.steps(), "step");
        }
        if (progress.total() == 0) {
            return Texts.count(progress.done(), "unit");
        }
        return Texts.bar(progress.done(), progress.total(), bar)
                + String.format(Locale.ROOT, " %3d %%", Texts.percent(progress.done(), progress.total()))
                + (units ? "  " + Texts.number(progress.done()) + " of " + Texts.number(progress.total()) : "");
    }
}

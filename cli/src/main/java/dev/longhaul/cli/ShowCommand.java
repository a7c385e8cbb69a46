package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.ChainView;
import dev.longhaul.client.FunctionException;
import dev.longhaul.client.FunctionView;
import dev.longhaul.client.FunctionView.Bound;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code longhaul show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a chain: how it stands, its hops, what it has cost and used of its bounds.")
final class ShowCommand implements Callable<Integer> {

    private static final int BAR = 30;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Option(names = "--state", description = "Show its state too, as JSON. It is the job's data.")
    private boolean state;

    @Option(
            names = "--store-only",
            description = "Read the store alone: without the chain's function, which knows its bounds and its price.")
    private boolean storeOnly;

    ShowCommand() {}

    @Override
    public Integer call() throws IOException {
        try (ChainClient client = connection.client()) {
            ChainHandle handle = chain.of(client);
            ChainRecord record = handle.record();
            FunctionView function = storeOnly ? null : asked(handle);
            if (print.isJson()) {
                print.json(out -> ChainView.full(record, function, state, out));
            } else {
                show(record, function);
            }
            return ExitCode.OK;
        }
    }

    private @Nullable FunctionView asked(ChainHandle handle) {
        try {
            connection.requireFunctions();
            return handle.ask();
        } catch (FunctionException | IllegalStateException | IOException e) {
            print.note("its cost and bounds are not known: " + e.getMessage());
            return null;
        }
    }

    private void show(ChainRecord record, @Nullable FunctionView function) {
        long now = System.currentTimeMillis();
        print.line("@|bold " + Texts.plain(record.job()) + ' ' + Texts.plain(record.chainId()) + "|@");
        line(
                "status",
                Texts.standing(record, now) + ", hop " + record.hop() + ", " + Texts.count(record.steps(), "step")
                        + " committed");
        Progress progress = record.progress();
        if (progress != null) {
            line("progress", progress(progress));
        }
        line("started", Texts.time(record.startedAt()) + ", " + Texts.duration(now - record.startedAt()) + " ago");
        line("updated", Texts.time(record.updatedAt()) + ", " + Texts.duration(now - record.updatedAt()) + " ago");
        line("function", Texts.plain(record.functionArn()));
        line(
                "billed",
                Texts.duration(record.billedMillis()) + " in "
                        + Texts.count(record.usage().claims(), "request")
                        + (function == null ? "" : ": " + Texts.dollars(function.costUsd())));
        if (function != null) {
            line("bounds", bounds(function));
        }
        if (record.failedAttempts() > 0) {
            line("attempts", "the next step has thrown " + Texts.count(record.failedAttempts(), "time"));
        }
        if (record.stopRequested() != null) {
            line("stop", "asked for: " + Texts.plain(record.stopRequested()));
        }
        Failure failure = record.failure();
        if (failure != null) {
            line("failure", Texts.plain(failure.kind() + ": " + failure.message()));
        }
        if (record.result() != null) {
            line("result", Texts.plain(record.result()));
        }
        if (state && record.state() != null) {
            line("state", Texts.plain(record.state().json()));
        }
        hops(record.history());
    }

    private void line(String name, String marked) {
        print.line(String.format(Locale.ROOT, "  @|faint %-9s|@ %s", name, marked));
    }

    private static String progress(Progress progress) {
        String done = progress.total() == 0
                ? Texts.number(progress.done())
                : Texts.bar(progress.done(), progress.total(), BAR) + ' '
                        + Texts.percent(progress.done(), progress.total()) + " %  "
                        + Texts.number(progress.done()) + " of " + Texts.number(progress.total());
        return done + (progress.message().isEmpty() ? "" : "  " + Texts.plain(progress.message()));
    }

    private static String bounds(FunctionView function) {
        return function.bounds().stream().map(ShowCommand::bound).collect(Collectors.joining(", "));
    }

    private static String bound(Bound bound) {
        return switch (bound.name()) {
            case "maxDurationMillis" ->
                Texts.duration((long) bound.used()) + " of " + Texts.duration((long) bound.of());
            case "maxCostUsd" -> Texts.dollars(bound.used()) + " of " + Texts.dollars(bound.of());
            default ->
                Texts.number((long) bound.used()) + " of " + Texts.number((long) bound.of()) + ' '
                        + words(bound.name());
        };
    }

    private static String words(String bound) {
        return switch (bound) {
            case "maxHops" -> "hops";
            case "maxWakes" -> "wakes";
            case "maxStalledHops" -> "stalled hops";
            default -> bound;
        };
    }

    private void hops(List<HopEntry> hops) {
        if (hops.isEmpty()) {
            return;
        }
        print.line("");
        print.line("  @|bold "
                + String.format(
                        Locale.ROOT, "%5s %6s  %-20s %12s %11s  %s", "HOP", "EPOCH", "BEGAN", "TOOK", "STEPS", "END")
                + "|@");
        for (HopEntry hop : hops) {
            print.line(String.format(
                    Locale.ROOT,
                    "  %5d %6d  %-20s %12s %11s  %s",
                    hop.hop(),
                    hop.epoch(),
                    Texts.time(hop.startedAt()),
                    Texts.duration(hop.endedAt() - hop.startedAt()),
                    Texts.number(hop.steps()),
                    hop.end()));
        }
    }
}

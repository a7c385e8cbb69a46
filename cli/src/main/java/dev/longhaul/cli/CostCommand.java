package dev.longhaul.cli;

import dev.longhaul.cli.cost.ComputePrices;
import dev.longhaul.cli.cost.Estimate;
import dev.longhaul.cli.cost.Work;
import dev.longhaul.client.ChainClient;
import dev.longhaul.client.FunctionView;
import dev.longhaul.processor.model.Architecture;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions.Price;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul cost}. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        header = "Tells what a chain has cost, or what one will cost on Lambda and elsewhere.",
        description = {
            "What a chain has cost:                   longhaul cost JOB CHAIN",
            "What one will cost, here and elsewhere:  longhaul cost --items N --ms-per-item M",
            "One chain works one step after the other. Its time is that of its memory: give what you measured with it."
        })
final class CostCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Parameters(index = "0", arity = "0..1", paramLabel = "JOB", description = "The job's name.")
    @Nullable
    private String job;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CHAIN", description = "The chain's id.")
    @Nullable
    private String chain;

    @Option(names = "--items", paramLabel = "N", description = "How many items are to be done.")
    @Nullable
    private Long items;

    @Option(names = "--ms-per-item", paramLabel = "M", description = "How long each takes, in milliseconds.")
    @Nullable
    private Double millisPerItem;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "The function's memory. Default: 1769, one vCPU; for a chain, what its function says.")
    @Nullable
    private Integer memory;

    @Option(
            names = "--architecture",
            paramLabel = "ARCH",
            defaultValue = "ARM64",
            description =
                    "Of a chain whose function can't be asked: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Architecture architecture = Architecture.ARM64;

    @Option(
            names = "--price-region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description = "Whose prices of Lambda count. Default: ${DEFAULT-VALUE}.")
    private String priceRegion = "us-east-1";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "900s",
            description = "The function's timeout. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(15);

    @Option(
            names = "--safe",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "60s",
            description = "safeMillis of the job: a hop ends so long before its timeout. Default: ${DEFAULT-VALUE}.")
    private Duration safe = Duration.ofMinutes(1);

    @Option(
            names = "--hop-overhead",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "2s",
            description = "What a hop is billed besides its steps: its start, its handoff. Default: ${DEFAULT-VALUE}.")
    private Duration overhead = Duration.ofSeconds(2);

    CostCommand() {}

    @Override
    public Integer call() throws IOException {
        ComputePrices prices = ComputePrices.read();
        if (job != null && chain != null && items == null && millisPerItem == null) {
            return spent(prices, job, chain);
        }
        if (items == null || millisPerItem == null || job != null) {
            throw new IllegalArgumentException(
                    "give JOB and CHAIN for what a chain has cost, or --items and --ms-per-item for what one will cost");
        }
        return estimated(prices, items, millisPerItem);
    }

    private int estimated(ComputePrices prices, long count, double millis) throws IOException {
        if (count < 0 || millis < 0) {
            throw new IllegalArgumentException("--items and --ms-per-item are 0 or more");
        }
        Work work = new Work(
                count * millis,
                memory == null ? 1_769 : memory,
                timeout.minus(safe).toMillis(),
                overhead.toMillis());
        List<Estimate> estimates = prices.of(work, priceRegion);
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("millis").float64(work.millis());
                out.field("hops").integer(work.hops());
                out.field("prices").string(prices.source(priceRegion));
                out.field("estimates").beginArray();
                for (Estimate each : estimates) {
                    out.beginObject();
                    out.field("place").string(each.place());
                    out.field("what").string(each.what());
                    out.field("usd").float64(each.usd());
                    out.field("seconds").float64(each.seconds());
                    out.endObject();
                }
                out.endArray();
                out.endObject();
            });
            return ExitCode.OK;
        }
        print.line(Texts.number(count) + " items of " + plain(millis) + " ms: " + Texts.duration((long) work.millis())
                + " of work by one chain");
        print.line("");
        print.line("@|bold " + row("WHERE", "WHAT", "COST", "TAKES") + "|@");
        for (Estimate each : estimates) {
            print.line(row(each.place(), each.what(), Texts.dollars(each.usd()), Texts.duration((long)
                    (each.seconds() * 1_000))));
        }
        print.line("");
        print.line("@|faint Prices " + prices.source(priceRegion)
                + ". Without stores, logs, traffic and idle machines;|@");
        print.line(
                "@|faint Fargate and EC2 bill a minute at least. The same speed is taken for all: measure where it matters.|@");
        return ExitCode.OK;
    }

    private static String row(String where, String what, String cost, String takes) {
        return String.format(Locale.ROOT, "%-24s %-20s %12s %14s", where, what, cost, takes);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Texts.number((long) value) : String.valueOf(value);
    }

    private int spent(ComputePrices prices, String ofJob, String ofChain) throws IOException {
        try (ChainClient client = connection.client()) {
            ChainRecord record = client.chain(ofJob, ofChain).record();
            Price price;
            if (memory == null) {
                connection.requireFunctions();
                FunctionView function = client.chain(ofJob, ofChain).ask();
                price = new Price(function.memoryMegabytes(), function.usdPerGigabyteSecond());
            } else {
                price = prices.lambda(priceRegion, architecture, memory);
            }
            ChainCost cost = ChainCost.of(record, price);
            if (print.isJson()) {
                print.json(cost::write);
            } else {
                cost.lines().forEach(print::line);
            }
            return ExitCode.OK;
        }
    }
}

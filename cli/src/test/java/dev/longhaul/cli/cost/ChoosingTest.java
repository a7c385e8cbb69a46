package dev.longhaul.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.processor.model.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of docs/choosing.md is computed by the classes of {@code longhaul cost}, from what the page says of each job. */
class ChoosingTest {

    private static final Path PAGE = Path.of("../docs/choosing.md");
    private static final String REGION = "us-east-1";

    /** Prices of AWS in us-east-1, November 2026, in dollars for one. */
    private static final double DYNAMODB_WRITE_KB = 0.625e-6;

    private static final double DYNAMODB_READ = 0.125e-6;
    private static final double SQS_REQUEST = 0.40e-6;
    private static final double DURABLE_OPERATION = 8e-6;
    private static final double TRANSITION = 25e-6;
    /** What a hop is billed for besides its steps, as {@code longhaul cost} takes it. */
    private static final long HOP_MILLIS = 2_000;

    private static final long HOP_STEPS = 840_000;
    private static final double CHECKPOINT_MILLIS = 10_000.0;
    private static final double RECORD_KB = 2.0;
    /** What a function is billed for that is invoked for one piece of work, besides that. */
    private static final double WARM_MILLIS = 20;

    private static final int MEMORY = 1_769;

    /**
     * A job.
     *
     * @param pieces what must not be done again
     * @param waits the waits of one piece
     */
    private record Job(String name, long pieces, double millis, int waits) {

        Work work() {
            return new Work(pieces * millis, MEMORY, HOP_STEPS, HOP_MILLIS);
        }
    }

    private static final List<Job> JOBS = List.of(
            new Job("reconcile", 100_000, 40, 0),
            new Job("backfill", 10_000, 100, 0),
            new Job("move", 100_000, 60, 0),
            new Job("poll", 1_000, 4_800, 24));

    private final ComputePrices prices = ComputePrices.read();

    @Test
    void theTableIsWhatIsComputed() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add(row(
                "Longhaul on Lambda, a chain", JOBS.stream().map(this::longhaul).toList()));
        rows.add(row(
                "durable functions, an operation a piece",
                JOBS.stream().map(this::durable).toList()));
        rows.add(row(
                "Step Functions Standard, a state a piece",
                JOBS.stream().map(this::stepFunctions).toList()));
        rows.add(row(
                "SQS and Lambda, a message a piece",
                JOBS.stream().map(this::messages).toList()));
        rows.add(row(
                "Fargate, with Longhaul's `Main` or Spring Batch",
                JOBS.stream().map(job -> running(job, "Fargate arm64")).toList()));
        rows.add(row(
                "EC2, with Longhaul's `Main` or Spring Batch",
                JOBS.stream().map(job -> running(job, "EC2 arm64")).toList()));

        assertThat(Files.readString(PAGE)).contains(String.join("\n", rows));
        assertThat(Files.readString(PAGE))
                .contains(JOBS.stream()
                        .map(job -> String.format(
                                Locale.ROOT,
                                "| `%s` | %,d | %,.0f ms | %d |",
                                job.name(),
                                job.pieces(),
                                job.millis(),
                                job.waits()))
                        .toList());
    }

    private static String row(String name, List<Double> dollars) {
        StringBuilder row = new StringBuilder("| " + name + " |");
        dollars.forEach(usd -> row.append(String.format(Locale.ROOT, " $%.2f |", usd)));
        return row.toString();
    }

    private double longhaul(Job job) {
        double wakes = (double) job.pieces() * job.waits();
        double hops = (double) job.work().hops() + wakes;
        double writes = 2 * hops + (job.waits() > 0 ? wakes : job.work().millis() / CHECKPOINT_MILLIS);
        return lambda(job.work().millis(), hops, (double) HOP_MILLIS)
                + writes * RECORD_KB * DYNAMODB_WRITE_KB
                + hops * DYNAMODB_READ;
    }

    private double durable(Job job) {
        double operations = (double) job.pieces() * (1.0 + 2.0 * job.waits());
        return lambda(job.work().millis(), (double) job.work().hops(), (double) HOP_MILLIS)
                + lambda(0.0, (double) job.pieces() * job.waits(), (double) HOP_MILLIS)
                + operations * DURABLE_OPERATION;
    }

    private double stepFunctions(Job job) {
        double states = (double) job.pieces() * (1.0 + 2.0 * job.waits());
        double invocations = (double) job.pieces() * Math.max(1.0, job.waits());
        return lambda(job.work().millis(), invocations, WARM_MILLIS) + states * TRANSITION;
    }

    private double messages(Job job) {
        double invocations = (double) job.pieces() * Math.max(1.0, job.waits());
        return lambda(job.work().millis(), invocations, WARM_MILLIS) + 3 * invocations * SQS_REQUEST;
    }

    private double lambda(double millis, double invocations, double overhead) {
        return prices.lambda(REGION, Architecture.ARM64, MEMORY)
                .usd(Math.round(millis + invocations * overhead), Math.round(invocations));
    }

    /** A task or a machine that runs for as long as the work takes; for waits a whole day. */
    private double running(Job job, String place) {
        Work work = job.waits() == 0 ? job.work() : new Work(86_400_000.0, MEMORY, HOP_STEPS, HOP_MILLIS);
        return prices.of(work, REGION).stream()
                .filter(estimate -> estimate.place().equals(place))
                .findFirst()
                .orElseThrow()
                .usd();
    }
}

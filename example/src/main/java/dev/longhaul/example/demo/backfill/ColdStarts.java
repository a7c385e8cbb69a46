package dev.longhaul.example.demo.backfill;

import dev.longhaul.example.backfill.BackfillAccessLogs;
import dev.longhaul.example.backfill.Warehouse;
import dev.longhaul.example.demo.stage.Database;
import dev.longhaul.example.demo.stage.Stage;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.archive.ClassArchive;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes an archive of the function's classes, and shows what a cold start takes with it and without: the first argument is
 * the folder, which must be new.
 */
public final class ColdStarts {

    private static final int PAIRS = 5;
    /** Slow enough for a handoff, whose classes are to be in the archive too. */
    private static final long REHEARSAL_PACE = 100;

    private ColdStarts() {}

    /** Makes and measures. */
    public static void main(String[] args) throws Exception {
        Path sample = Files.createTempFile("longhaul-sample", ".log");
        try (Database database = Database.start()) {
            Warehouse.prepare(database.url());
            SampleLog.write(sample);
            FunctionConfig function = Stage.function(Run.handler(database), Run.environment(database));
            ClassArchive archive = ClassArchive.make(function, event(sample, REHEARSAL_PACE), Path.of(args[0]));
            Files.writeString(sample, "");
            List<Duration> with = new ArrayList<>();
            List<Duration> without = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                with.add(coldStart(archive.with(function), sample));
                without.add(coldStart(function, sample));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d MB. A chain without work, with the start of its process, takes %d ms with it and %d ms without.%n",
                    archive.file(),
                    Files.size(archive.file()) >> 20,
                    median(with),
                    median(without));
        } finally {
            Files.delete(sample);
        }
    }

    private static Duration coldStart(FunctionConfig function, Path log) throws IOException, InterruptedException {
        try (LocalLambda lambda = LocalLambda.start(LocalOptions.defaults())) {
            lambda.create(function);
            InvocationResult result = lambda.invoke(function.name(), event(log, 0));
            if (result instanceof InvocationResult.Completed done
                    && done.report().status() == InvocationStatus.SUCCEEDED) {
                Report report = done.report();
                return report.duration().plus(report.init().orElse(Duration.ZERO));
            }
            throw new IllegalStateException(
                    "the function did not start: " + result.getClass().getSimpleName());
        }
    }

    private static Payload event(Path log, long pace) throws IOException {
        return Payload.of(Run.input(new BackfillAccessLogs.Request(log.toString(), 0, pace)));
    }

    private static long median(List<Duration> times) {
        return times.stream()
                .sorted()
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow()
                .toMillis();
    }
}

package jobs;

import dev.longhaul.annotations.Architecture;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning(
        name = "all-options",
        safeMillis = 50_000,
        tickMillis = 5_000,
        timeoutMillis = 600_000,
        maxStepMillis = 30_000,
        maxHops = 12,
        maxStalledHops = 2,
        maxWakes = 500,
        memoryMegabytes = 2_048,
        architecture = Architecture.X86_64,
        maxDurationMillis = 7_200_000,
        maxCostUsd = 2.5,
        adaptive = true,
        environment = {"BANK_URL", "null"},
        schedule = "cron(0 3 * * ? *)")
public class AllOptions {
    @State int done;

    @Step void work() {
        done++;
    }

    @Terminate boolean finished() {
        return done >= 10;
    }
}

package dev.longhaul.cli;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.time.Duration;

/** Waits an hour, once in an hour. */
@LongRunning(
        timeoutMillis = 15_000,
        safeMillis = 3_000,
        tickMillis = 250,
        memoryMegabytes = 256,
        schedule = "rate(1 hour)")
public class Patient {

    @State
    int waits;

    @Step
    void step(JobContext job) {
        waits++;
        job.pause(Duration.ofHours(1));
    }

    @Terminate
    boolean isDone() {
        return waits > 1;
    }

    @OnComplete
    String told() {
        return "waited " + (waits - 1) + " hour";
    }
}

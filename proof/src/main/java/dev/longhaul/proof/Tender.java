package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.io.IOException;

/** A child of a voyage: goes to the harbor and back, each with one effect there. */
@LongRunning(
        timeoutMillis = 12_000,
        safeMillis = 6_000,
        tickMillis = 1_000,
        maxStalledHops = 100,
        memoryMegabytes = 256)
public class Tender {

    /** How many effects it has. */
    static final int TRIPS = 2;

    @State
    int number;

    @State
    int trips;

    @OnStart
    void start(Integer which) {
        number = which;
    }

    @Step
    @Retry(attempts = 100, firstDelayMillis = 500, maxDelayMillis = 5_000)
    void trip(JobContext job) throws IOException {
        new Pier(System.getenv(Voyage.HARBOR)).call(job.chainId(), trips, job.idempotencyKey());
        trips++;
    }

    @Terminate
    boolean isBack() {
        return trips == TRIPS;
    }

    @OnComplete
    int number() {
        return number;
    }
}

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes transfers one by one, and writes each down, with its idempotency key, outside its state. */
@LongRunning(
        timeoutMillis = 15_000,
        safeMillis = 13_500,
        tickMillis = 250,
        maxHops = 200,
        maxStalledHops = 20,
        memoryMegabytes = 256)
public class Transfers {

    @State
    int next;

    @State
    int total;

    @State
    int stepMillis;

    @State
    String ledger = "";

    /** Chains end at different sums if a step is lost or done twice. */
    @State
    long sum;

    /**
     * What is to be done.
     *
     * @param total how many transfers
     * @param stepMillis how long each takes
     * @param ledger the folder of the chains' ledgers
     */
    record Request(int total, int stepMillis, String ledger) {}

    @OnStart
    void start(Request request) {
        total = request.total();
        stepMillis = request.stepMillis();
        ledger = request.ledger();
    }

    @Step
    @Retry(attempts = 20)
    void transfer(JobContext job) throws IOException, InterruptedException {
        String line = job.idempotencyKey() + " " + next + "\n";
        Files.writeString(
                Path.of(ledger, job.chainId()),
                line,
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Thread.sleep(stepMillis);
        sum = sum * 31 + next;
        next++;
    }

    @Terminate
    boolean isDone() {
        return next >= total;
    }

    @OnComplete
    long sum() {
        return sum;
    }
}

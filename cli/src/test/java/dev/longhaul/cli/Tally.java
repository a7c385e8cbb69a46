package dev.longhaul.cli;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Counts, says so, and stumbles where it is told to. */
@LongRunning(timeoutMillis = 15_000, safeMillis = 13_500, tickMillis = 250, maxHops = 50, memoryMegabytes = 256)
public class Tally {

    @State
    int count;

    @State
    int to;

    @State
    int stumblesAt;

    /**
     * What is to be done.
     *
     * @param to how far to count
     * @param stumblesAt where the step throws, or 0
     */
    record Request(int to, int stumblesAt) {}

    @OnStart
    void start(Request request) {
        to = request.to();
        stumblesAt = request.stumblesAt();
    }

    @Step
    @Retry(attempts = 1)
    void step(JobContext job) throws InterruptedException {
        if (count + 1 == stumblesAt) {
            throw new IllegalStateException("stumbled");
        }
        Thread.sleep(20);
        count++;
        if (count % 50 == 0) {
            System.out.println("at " + count);
        }
        job.progress(count, to, "counting");
    }

    @OnSignal("raise")
    void raise(int by) {
        to += by;
    }

    @Terminate
    boolean isDone() {
        return count >= to;
    }

    @OnComplete
    String told() {
        return "counted to " + count;
    }
}

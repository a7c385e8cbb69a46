package dev.longhaul.console;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Counts, and keeps a word that it was given. */
@LongRunning(timeoutMillis = 15_000, safeMillis = 12_000, tickMillis = 250, maxHops = 500, memoryMegabytes = 256)
class Tally {

    @State
    int count;

    @State
    int to;

    @State
    String word = "";

    /**
     * What is to be done.
     *
     * @param to how far to count
     * @param word what is kept
     */
    record Request(int to, String word) {}

    @OnStart
    void start(Request request) {
        to = request.to();
        word = request.word();
    }

    @Step
    void step(JobContext job) throws InterruptedException {
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

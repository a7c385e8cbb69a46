package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

/** Leaves one thing behind in each step, by the number that its start event names. */
@LongRunning(timeoutMillis = 20_000, safeMillis = 5_000, tickMillis = 500, memoryMegabytes = 256)
public class Litter {

    @State
    int kind;

    @State
    int done;

    /**
     * What is to be left.
     *
     * @param kind see {@link Flotsam#leave}
     */
    record Request(int kind) {}

    @OnStart
    void start(Request request) {
        kind = request.kind();
    }

    @Step
    void step() {
        done++;
        Flotsam.leave(kind);
    }

    @Terminate
    boolean isDone() {
        return done == 3;
    }
}

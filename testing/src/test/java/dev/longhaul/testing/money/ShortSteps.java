package dev.longhaul.testing.money;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

/** A job of many short steps. */
@LongRunning(safeMillis = 60_000, tickMillis = 10_000, maxHops = 200)
class ShortSteps {

    /** How many steps there are. */
    record Work(long steps) {}

    /** What a step takes: the ledger of the test that runs. */
    static Runnable step = () -> {};

    /** Much as a cursor, a day's totals and a key or two have. */
    @State
    String cursor = "x".repeat(160);

    @State
    long done;

    @State
    long to;

    @OnStart
    void begin(Work work) {
        to = work.steps();
    }

    @Step
    void next() {
        step.run();
        done++;
    }

    @Terminate
    boolean isDone() {
        return done >= to;
    }
}

package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

/** A child of the convoy: takes on its cargo in three steps. Each hundredth sinks. */
@LongRunning(safeMillis = 3_000, tickMillis = 500, timeoutMillis = 10_000, memoryMegabytes = 256)
public class Ship {

    private static final int LOADS = 3;

    @State
    int number;

    @State
    int loads;

    /**
     * What a ship is told.
     *
     * @param number which one it is
     */
    public record Orders(int number) {}

    /**
     * What a ship brings.
     *
     * @param tons three times its number
     */
    public record Cargo(long tons) {}

    @OnStart
    void start(Orders orders) {
        number = orders.number();
    }

    @Step
    @Retry(attempts = 1)
    void load() {
        if (number % 100 == 99) {
            throw new IllegalStateException("the ship has a leak");
        }
        loads++;
    }

    @Terminate
    boolean isLoaded() {
        return loads == LOADS;
    }

    @OnComplete
    Cargo cargo() {
        return new Cargo((long) loads * number);
    }
}

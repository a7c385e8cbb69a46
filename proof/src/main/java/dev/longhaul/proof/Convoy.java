package dev.longhaul.proof;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;

/** Starts a child for each ship, some at a time, and adds up what they bring. */
@LongRunning(safeMillis = 3_000, tickMillis = 500, timeoutMillis = 10_000, memoryMegabytes = 256)
public class Convoy {

    @State
    int ships;

    @State
    int next;

    @State
    long cargo;

    @State
    int sunk;

    @Children(value = Ship.class, maxRunning = 40)
    @SuppressWarnings("NullAway.Init") // The handler fills it.
    ChildChains<Ship.Orders> fleet;

    /**
     * What the convoy is asked for.
     *
     * @param ships how many sail
     */
    public record Sailing(int ships) {}

    /**
     * What came of it.
     *
     * @param cargo all that arrived
     * @param sunk the ships that did not
     */
    public record Arrival(long cargo, int sunk) {}

    @OnStart
    void start(Sailing sailing) {
        ships = sailing.ships();
    }

    @Step
    void sail(JobContext job) {
        while (next < ships && fleet.hasRoom()) {
            fleet.start("ship-" + next, new Ship.Orders(next));
            next++;
        }
        fleet.join(job, end -> {
            if (end.completed()) {
                cargo += end.result(Ship.Cargo.class).tons();
            } else {
                sunk++;
            }
        });
        job.progress(fleet.ended(), ships);
    }

    @Terminate
    boolean isDone() {
        return next == ships && fleet.isDone();
    }

    @OnComplete
    Arrival arrived() {
        return new Arrival(cargo, sunk);
    }
}

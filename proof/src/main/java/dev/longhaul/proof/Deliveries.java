package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import java.io.IOException;

/** Uses its resources three times. */
@LongRunning(
        timeoutMillis = 20_000,
        safeMillis = 5_000,
        tickMillis = 500,
        memoryMegabytes = 256,
        environment = Depot.VARIABLE)
public class Deliveries {

    private final Depot depot;

    @State
    int done;

    Deliveries(Depot depot) {
        this.depot = depot;
    }

    @Step
    void deliver() throws IOException {
        depot.note("used");
        done++;
    }

    @Terminate
    boolean isDone() {
        return done == 3;
    }
}

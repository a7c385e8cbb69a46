package dev.longhaul.cdk;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

/** A job whose template has a variable of its own and a schedule. */
@LongRunning(safeMillis = 60_000, tickMillis = 10_000, environment = "BANK_URL", schedule = "rate(1 day)")
final class Reconcile {

    @State
    int left = 3;

    @Step
    void one() {
        left--;
    }

    @Terminate
    boolean done() {
        return left == 0;
    }
}

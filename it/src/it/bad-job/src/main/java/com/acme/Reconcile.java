package com.acme;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;

@LongRunning(safeMillis = 5_000, tickMillis = 10_000)
public class Reconcile {

    @State int page;

    @Step
    void next() {
        page++;
    }
}

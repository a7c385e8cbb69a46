package com.acme;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning
public class Count {

    @State int count;

    @Step
    void next() {
        count++;
    }

    @Terminate
    boolean done() {
        return count > 9;
    }
}

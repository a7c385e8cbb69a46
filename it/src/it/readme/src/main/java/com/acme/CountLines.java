package com.acme;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning
public class CountLines {
    @State int lines;

    @Step void count() {
        lines++;
    }

    @Terminate boolean isDone() {
        return lines > 9;
    }
}

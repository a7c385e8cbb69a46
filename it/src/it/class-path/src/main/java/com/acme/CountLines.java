package com.acme;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.util.ArrayList;
import java.util.List;

/** A job as a user writes it. */
@LongRunning(maxHops = 10)
public class CountLines {

    @State List<String> files = new ArrayList<>();
    @State long lines;

    record Request(List<String> files) {}

    @OnStart
    void start(Request request) {
        files.addAll(request.files());
    }

    @Step
    void next(JobContext job) {
        lines += files.remove(0).length();
        job.progress(lines, 0);
    }

    @Terminate
    boolean done() {
        return files.isEmpty();
    }

    @OnComplete
    long total() {
        return lines;
    }
}

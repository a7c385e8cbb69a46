package dev.longhaul.opentelemetry;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import io.opentelemetry.api.GlobalOpenTelemetry;

/** Counts to seven, in spans of its own; a hop is good for three of its steps. */
@LongRunning(safeMillis = 5_000, tickMillis = 1_000, timeoutMillis = 10_000)
final class Count {

    @State
    int counted;

    /** Not of the state: a test sets it. */
    transient int failsAt = -1;

    @Step
    void count(JobContext job) {
        if (counted == failsAt) {
            throw new IllegalStateException("no more");
        }
        GlobalOpenTelemetry.getTracer("test").spanBuilder("one").startSpan().end();
        counted++;
    }

    @Terminate
    boolean done() {
        return counted == 7;
    }
}

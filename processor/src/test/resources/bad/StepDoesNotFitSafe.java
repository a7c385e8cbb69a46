package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(safeMillis = 60_000, tickMillis = 10_000, maxStepMillis = 50_000)
class StepDoesNotFitSafe {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:72 [StepDoesNotFitSafe] maxStepMillis is 50000 and tickMillis is 10000, 60000 in all, and safeMillis is 60000: a step could be killed at the timeout. Make the step shorter, or safeMillis larger.

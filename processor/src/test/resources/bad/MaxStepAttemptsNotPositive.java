package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxStepAttempts = -3)
class MaxStepAttemptsNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:32 [MaxStepAttemptsNotPositive] maxStepAttempts is -3, and must be above 0. Give it a positive number.

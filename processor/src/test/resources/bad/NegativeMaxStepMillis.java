package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxStepMillis = -1)
class NegativeMaxStepMillis {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:30 [NegativeMaxStepMillis] maxStepMillis is -1, and must not be negative. Use 0 to leave it open.

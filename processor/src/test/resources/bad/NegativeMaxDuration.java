package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxDurationMillis = -1)
class NegativeMaxDuration {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:34 [NegativeMaxDuration] maxDurationMillis is -1, and must not be negative. Use 0 to leave it open.

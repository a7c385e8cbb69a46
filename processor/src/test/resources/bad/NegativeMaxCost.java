package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxCostUsd = -0.5)
class NegativeMaxCost {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:27 [NegativeMaxCost] maxCostUsd is -0.5, and must not be negative. Use 0 to leave it open.

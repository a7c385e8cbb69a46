package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(safeMillis = 60_000, tickMillis = 10_000, maxStepMillis = 49_500)
class HandoffMarginThin {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! WARNING 6:27 [HandoffMarginThin] safeMillis is 60000, of which 500 ms are left after tickMillis and maxStepMillis, and a handoff should have 1000. Make safeMillis larger.

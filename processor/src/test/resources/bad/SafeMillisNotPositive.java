package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(safeMillis = 0)
class SafeMillisNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:27 [SafeMillisNotPositive] safeMillis is 0, and must be above 0. Give it a positive number.

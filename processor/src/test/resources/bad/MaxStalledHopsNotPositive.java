package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxStalledHops = 0)
class MaxStalledHopsNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:31 [MaxStalledHopsNotPositive] maxStalledHops is 0, and must be above 0. Give it a positive number.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxHops = 0)
class MaxHopsNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:24 [MaxHopsNotPositive] maxHops is 0, and must be above 0. Give it a positive number.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxWakes = 0)
class MaxWakesNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:25 [MaxWakesNotPositive] maxWakes is 0, and must be above 0. Give it a positive number.

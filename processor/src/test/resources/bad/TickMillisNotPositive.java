package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(tickMillis = -1)
class TickMillisNotPositive {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:27 [TickMillisNotPositive] tickMillis is -1, and must be above 0. Give it a positive number.

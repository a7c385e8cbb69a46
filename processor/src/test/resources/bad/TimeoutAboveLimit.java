package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(timeoutMillis = 901_000)
class TimeoutAboveLimit {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:30 [TimeoutAboveLimit] timeoutMillis is 901000, and Lambda allows at most 900000 with compute = ON_DEMAND. Use that or less; the chain goes on in the next hop.

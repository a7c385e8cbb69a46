package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(safeMillis = 60_000, timeoutMillis = 60_000)
class SafeNotBelowTimeout {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:27 [SafeNotBelowTimeout] safeMillis is 60000 and timeoutMillis is 60000: no time would be left for a step. Make safeMillis smaller than timeoutMillis.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(timeoutMillis = 90_500)
class TimeoutNotWholeSeconds {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:30 [TimeoutNotWholeSeconds] timeoutMillis is 90500, and Lambda's timeouts are whole seconds from 1000 up. Use 90000.

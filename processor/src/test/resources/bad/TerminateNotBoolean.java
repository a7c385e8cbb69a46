package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateNotBoolean {
    @State int done;

    @Step void step() { done++; }

    @Terminate Boolean isDone() { return done > 9; }
}

//! ERROR 12:24 [TerminateNotBoolean] isDone returns java.lang.Boolean, and a @Terminate method says whether the work is done. Make it return boolean.

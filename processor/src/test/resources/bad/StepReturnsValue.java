package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepReturnsValue {
    @State int done;

    @Step int step() { return ++done; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 10:15 [StepReturnsValue] step returns int, and nobody would see it. Make it void, and keep what the job needs in a @State field.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepMissing {
    @State int done;


    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 7:1 [StepMissing] StepMissing has no @Step method, and a job does its work in steps. Add one: @Step void next() { ... }

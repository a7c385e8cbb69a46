package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepNotUnique {
    @State int done;

    @Step void one() { done++; }

    @Step void two() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 12:16 [StepNotUnique] two is a second @Step method, next to one, and a job has one. Remove the annotation from one of them.

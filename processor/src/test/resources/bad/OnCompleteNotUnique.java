package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnCompleteNotUnique {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnComplete void one() {}

    @OnComplete void two() {}
}

//! ERROR 16:22 [OnCompleteNotUnique] two is a second @OnComplete method, next to one, and a job has one. Remove the annotation from one of them.

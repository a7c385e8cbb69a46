package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnStartNotUnique {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnStart void one() {}

    @OnStart void two() {}
}

//! ERROR 16:19 [OnStartNotUnique] two is a second @OnStart method, next to one, and a job has one. Remove the annotation from one of them.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnFailureNotUnique {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnFailure void one() {}

    @OnFailure void two(Throwable failure) {}
}

//! ERROR 16:21 [OnFailureNotUnique] two is a second @OnFailure method, next to one, and a job has one. Remove the annotation from one of them.

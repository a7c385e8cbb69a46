package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnFailureParameters {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnFailure void end(Exception failure) {}
}

//! ERROR 14:21 [OnFailureParameters] end has parameters that @OnFailure does not allow. It takes a Throwable, or nothing.

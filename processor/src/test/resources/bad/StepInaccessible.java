package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepInaccessible {
    @State int done;

    @Step static void step() {}

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 10:23 [StepInaccessible] step can't be called by the handler, which is in the job's package. Make the @Step method package-private or public, and not static.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnStartParameters {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnStart void start(String one, String two) {}
}

//! ERROR 14:19 [OnStartParameters] start has parameters that @OnStart does not allow. It takes the start event as a type of yours, a JobContext, both or neither.

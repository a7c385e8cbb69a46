package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateParameters {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone(int most) { return done > most; }
}

//! ERROR 12:24 [TerminateParameters] isDone has parameters that @Terminate does not allow. It takes nothing, or one JobContext.

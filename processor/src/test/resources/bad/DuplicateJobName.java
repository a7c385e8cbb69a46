package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(name = "same")
class DuplicateJobName {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @LongRunning(name = "same")
    static class Other {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
    }
}

//! ERROR 14:25 [DuplicateJobName] the name "same" is that of bad.DuplicateJobName too, and a name is one function's. Set name on one of them.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(name = "reconcile payments")
class NameInvalid {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:21 [NameInvalid] the name "reconcile payments" has 18 characters, and a function's name is 1 to 64 letters, digits, hyphens and underscores. Set name to one.

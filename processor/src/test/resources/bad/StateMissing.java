package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StateMissing {
    int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! WARNING 7:1 [StateMissing] StateMissing has no @State field, so every hop would begin from nothing. Annotate the fields that the next hop needs.

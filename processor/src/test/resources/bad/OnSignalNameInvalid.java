package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnSignalNameInvalid {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnSignal("go on") void go() {}
}

//! ERROR 14:29 [OnSignalNameInvalid] go takes a signal whose name has 5 characters, and it is 1 to 64 letters, digits, hyphens, underscores and dots. Name it so.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnSignalNotUnique {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnSignal("go") void one() {}

    @OnSignal("go") void two() {}
}

//! ERROR 16:26 [OnSignalNotUnique] two takes the signal "go" as one does, and a signal has one method. Give it another name, or remove the annotation from one of them.

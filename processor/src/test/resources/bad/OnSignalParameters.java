package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnSignalParameters {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnSignal("go") void go(String one, String two) {}
}

//! ERROR 14:26 [OnSignalParameters] go has parameters that @OnSignal does not allow. It takes the signal's content as a type of yours, a JobContext, both or neither.

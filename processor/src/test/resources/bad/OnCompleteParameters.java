package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class OnCompleteParameters {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnComplete void end(String one) {}
}

//! ERROR 14:22 [OnCompleteParameters] end has parameters that @OnComplete does not allow. It takes nothing, or one JobContext.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepParameters {
    @State int done;

    @Step void step(JobContext job, int more) { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 10:16 [StepParameters] step has parameters that @Step does not allow. It takes nothing, or one JobContext.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateMissing {
    @State int done;

    @Step void step() { done++; }
}

//! ERROR 7:1 [TerminateMissing] TerminateMissing has no @Terminate method, so it would never end. Add one: @Terminate boolean isDone() { return ...; }

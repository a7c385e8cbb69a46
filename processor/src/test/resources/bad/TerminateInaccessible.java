package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateInaccessible {
    @State int done;

    @Step void step() { done++; }

    @Terminate private boolean isDone() { return done > 9; }
}

//! ERROR 12:32 [TerminateInaccessible] isDone can't be called by the handler, which is in the job's package. Make the @Terminate method package-private or public, and not static.

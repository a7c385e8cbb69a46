package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class HookInaccessible {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @OnFailure private void end() {}
}

//! ERROR 14:29 [HookInaccessible] end can't be called by the handler, which is in the job's package. Make the @OnFailure method package-private or public, and not static.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateAlwaysTrue {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() {
        boolean isDone = true;
        for (int i = 0; i < done; i++) {
            if (i > 9) {
                return isDone;
            }
        }
        return isDone || done > 9;
    }
}

//! ERROR 12:24 [TerminateAlwaysTrue] isDone always returns true, so the job would end before its first step. Return true only when the work is done.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class TerminateNeverTrue {
    static final boolean STOP = 24 * 60 < 60;

    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() {
        if (isStopped() && done > 9) {
            return true;
        }
        return false;
    }

    private boolean isStopped() { return STOP; }
}

@LongRunning
class BesideAnother {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }

    @Terminate boolean isCancelled() { return false; }
}

//! ERROR 14:24 [TerminateNeverTrue] isDone never returns true, so it would never end the job. Return true when the work is done.
//! WARNING 32:24 [TerminateNeverTrue] isCancelled never returns true, so it would never end the job; isDone does. Return true when it is to end, or remove it.

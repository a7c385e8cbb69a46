package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class JobConstructor {
    JobConstructor(String source) {}

    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 7:1 [JobConstructor] JobConstructor has a constructor that takes java.lang.String, and the handler has none to give. Change it: it takes nothing, or the job's resources: a class of yours with the clients that the hops share. What one chain works on comes with its start event.

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

//! ERROR 7:1 [JobConstructor] JobConstructor has no constructor without parameters that the handler can call. Add one that is not private: it runs in every hop, and can make clients; what one chain works on comes with its start event.

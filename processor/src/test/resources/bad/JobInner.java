package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

class JobInner {
    @LongRunning
    class Inner {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
    }
}

//! ERROR 8:5 [JobInner] Inner is an inner class, and the handler has no object to create it in. Make it a top-level or a static nested class.

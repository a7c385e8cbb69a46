package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
abstract class JobAbstract {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 7:10 [JobAbstract] JobAbstract is abstract, and the handler creates a job for every hop. Annotate a concrete class.

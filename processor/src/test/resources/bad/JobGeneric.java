package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class JobGeneric<T> {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 7:1 [JobGeneric] JobGeneric has type parameters, and the handler can't choose their types. Annotate a class that extends it with the types filled in.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
interface JobNotAClass {
    @Step default void step() {}

    @Terminate default boolean isDone() { return true; }
}

//! ERROR 7:1 [JobNotAClass] JobNotAClass is of the kind interface, and a job is a class. Annotate a class.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;

@LongRunning
class ChildrenOutOfRange {
    @LongRunning
    static class Part {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @Children(value = Part.class, maxRunning = 0, most = 0) ChildChains<Void> parts;

    @Step void step(JobContext job) { parts.join(job); }

    @Terminate boolean isDone() { return parts.isDone(); }
}

//! ERROR 18:48 [ChildrenOutOfRange] maxRunning of the @Children field parts is 0, and must be from 1 to 1,000. Let fewer run at a time.
//! ERROR 18:58 [ChildrenOutOfRange] most of the @Children field parts is 0, and must be above 0. Give it a positive number.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(memoryMegabytes = 64)
class MemoryOutOfRange {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

/** Fits Lambda's own fleet, by the default. */
@LongRunning(compute = Compute.MANAGED_INSTANCES)
class TooSmallForInstances {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:32 [MemoryOutOfRange] memoryMegabytes is 64, and Lambda allows 128 to 10240. Use a number in that range; 1769 is one vCPU.
//! ERROR 16:1 [MemoryOutOfRange] memoryMegabytes is 1769, and Lambda Managed Instances allow 2048 to 32768. Use a number in that range.

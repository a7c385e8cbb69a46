package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(maxCostUsd = 1.50)
class WorstCaseCostAboveLimit {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:27 [WorstCaseCostAboveLimit] maxCostUsd is $1.5, and the worst case is $1.99: 96 hops x 900 s x 1.728 GB x $0.0000133334 + 10096 requests x $0.0000002. Lower maxHops, timeoutMillis or memoryMegabytes, or raise maxCostUsd.

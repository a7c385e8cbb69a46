package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class YieldIgnored {
    @State int done;

    @Step void step(JobContext job) {
        boolean more = !job.shouldYield();
        while (more && done < 1_000) {
            done++;
            job.shouldYield();
        }
    }

    @Terminate boolean isDone() { return done >= 1_000; }
}

//! WARNING 12:16 [YieldIgnored] step asks shouldYield() once, and the loop goes on as long as more holds that answer. Ask it in the loop's condition.
//! WARNING 14:28 [YieldIgnored] step asks shouldYield() and does nothing with the answer, so it would go on when it has to return. Return when the answer is true.

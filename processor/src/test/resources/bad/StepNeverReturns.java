package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StepNeverReturns {
    @State int done;

    @Step void step() throws InterruptedException { pump(); }

    @Terminate boolean isDone() { return done > 9; }

    private void pump() throws InterruptedException {
        while (true) {
            switch (done) {
                case 10:
                    break;
                default:
                    done++;
                    Thread.sleep(1000);
            }
        }
    }
}

//! ERROR 10:16 [StepNeverReturns] step never returns: the loop in pump has no way out, and a job is handed to the next hop only between steps. Leave the loop after a piece of work, or when JobContext.shouldYield() says so.

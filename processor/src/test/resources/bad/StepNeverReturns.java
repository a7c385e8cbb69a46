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

@LongRunning
class CallsItself {
    @State int done;

    @Step void step() { next(); }

    private void next() {
        done++;
        next();
    }

    @Terminate boolean isDone() { return done > 9; }
}

@LongRunning
class StepThatCallsItself {
    @State int done;

    @Step void step() {
        done++;
        step();
    }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 10:16 [StepNeverReturns] step never returns: the loop in pump has no way out, and a job is handed to the next hop only between steps. Leave the loop after a piece of work, or when JobContext.shouldYield() says so.
//! ERROR 31:16 [StepNeverReturns] step never returns: next calls itself without a condition, and a job is handed to the next hop only between steps. Return after a piece of work: the step is called again until the job ends.
//! ERROR 45:16 [StepNeverReturns] step never returns: it calls itself without a condition, and a job is handed to the next hop only between steps. Return after a piece of work: the step is called again until the job ends.

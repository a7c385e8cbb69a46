package bad;

import dev.longhaul.annotations.*;
import java.util.concurrent.TimeUnit;

@LongRunning(maxStepMillis = 10_000)
class SleepAboveSafe {
    @State int polls;

    @Step void step() throws InterruptedException {
        polls++;
        if (polls % 2 == 0) {
            TimeUnit.MINUTES.sleep(5);
        }
        Thread.sleep(20_000);
    }

    @Terminate boolean isDone() { return polls > 9; }
}

//! WARNING 13:35 [SleepAboveSafe] step sleeps for 300000 ms, and safeMillis is 60000: the function could be killed in its sleep. Call JobContext.pause instead, and return: the chain then waits at no cost.
//! WARNING 15:21 [SleepAboveSafe] step sleeps for 20000 ms, and maxStepMillis is 10000: the function could be killed in its sleep. Call JobContext.pause instead, and return: the chain then waits at no cost.

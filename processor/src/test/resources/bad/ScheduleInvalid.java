package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(schedule = "rate(1 minutes)")
class ScheduleInvalid {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 6:25 [ScheduleInvalid] the schedule "rate(1 minutes)" has 1 with a plural unit. Use rate(5 minutes) or cron(0 3 * * ? *), as EventBridge does.

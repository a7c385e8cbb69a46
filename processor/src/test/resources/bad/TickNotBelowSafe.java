package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning(
        tickMillis = 70_000,
        safeMillis = 60_000)
class TickNotBelowSafe {
    @State int done;

    @Step void step() { done++; }
}

//! ERROR 7:22 [TickNotBelowSafe] tickMillis is 70000 and safeMillis is 60000: the watchdog would look too late. Make tickMillis smaller than safeMillis.
//! ERROR 9:1 [TerminateMissing] TickNotBelowSafe has no @Terminate method, so it would never end. Add one: @Terminate boolean isDone() { return ...; }

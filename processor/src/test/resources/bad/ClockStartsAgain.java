package bad;

import dev.longhaul.annotations.*;
import java.time.Duration;
import java.time.Instant;

@LongRunning
class ClockStartsAgain {
    private final Instant end;

    @State int looks;

    ClockStartsAgain() {
        end = Instant.now().plus(Duration.ofHours(2));
    }

    @Step void step() { looks++; }

    @Terminate boolean isOver() { return Instant.now().isAfter(end); }
}

//! WARNING 9:27 [ClockStartsAgain] end is set from a clock when the object is made, and isOver reads it, but it is not saved: the time begins again in another hop. Make it a @State field.

package bad;

import dev.longhaul.annotations.*;
import java.util.concurrent.atomic.AtomicInteger;

@LongRunning
class ProgressNotSaved {
    static final AtomicInteger SENT = new AtomicInteger();

    @State String cursor = "";

    private long bytes;

    @Step void step() {
        cursor += "x";
        bytes += cursor.length();
        SENT.incrementAndGet();
    }

    @Terminate boolean isDone() { return bytes > 1_000_000; }

    @Terminate boolean isEnough() { return SENT.get() > 99; }
}

//! WARNING 8:32 [ProgressNotSaved] SENT counts what the steps have done, and isEnough reads it, but it is not saved: it does not count what was done in other hops. Make it a @State field.
//! WARNING 12:18 [ProgressNotSaved] bytes counts what the steps have done, and isDone reads it, but it is not saved: it does not count what was done in other hops. Make it a @State field.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StateFieldStatic {
    @State static int done;

    @Step void step() {}

    @Terminate boolean isDone() { return System.nanoTime() > 9; }
}

//! ERROR 8:23 [StateFieldStatic] the @State field done is static, and state belongs to one chain. Remove static.

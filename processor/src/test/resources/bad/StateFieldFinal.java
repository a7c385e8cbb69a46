package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StateFieldFinal {
    @State final int done = 1;

    @Step void step() {}

    @Terminate boolean isDone() { return System.nanoTime() > 9; }
}

//! ERROR 8:22 [StateFieldFinal] the @State field done is final, and every hop restores it. Remove final.

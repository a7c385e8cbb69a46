package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StateFieldPrivate {
    @State private int done;

    @Step void step() {}

    @Terminate boolean isDone() { return System.nanoTime() > 9; }
}

//! ERROR 8:24 [StateFieldPrivate] the @State field done is private or of another package, and the handler saves it without reflection. Make it package-private, or public where it is inherited from another package.

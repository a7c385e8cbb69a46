package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

class JobPrivate {
    @LongRunning
    private static class Hidden {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
    }
}

//! ERROR 8:20 [JobPrivate] Hidden is private, and the handler is in another class. Make it package-private or public.

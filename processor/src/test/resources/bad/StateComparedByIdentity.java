package bad;

import dev.longhaul.annotations.*;

@LongRunning
class StateComparedByIdentity {
    @State String phase = "load";

    @State Long at = 0L;

    @State Long end = 1_000L;

    @Step void step() {
        at++;
        if (phase == "load") {
            phase = "send";
        }
    }

    @Terminate boolean isDone() { return at == end; }
}

//! WARNING 15:19 [StateComparedByIdentity] step compares the @State field phase by identity, and a value that was read back is never the same object. Compare with equals.
//! WARNING 20:45 [StateComparedByIdentity] isDone compares the @State field at by identity, and a value that was read back is never the same object. Compare with equals.

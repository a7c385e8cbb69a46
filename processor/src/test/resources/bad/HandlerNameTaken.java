package bad;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning
class HandlerNameTaken {
    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

class HandlerNameTakenHandler {}

//! ERROR 9:1 [HandlerNameTaken] a class HandlerNameTakenHandler exists already, and the handler of HandlerNameTaken has that name. Rename one of the two.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class ResourcesUnusable {
    interface Bank {}

    ResourcesUnusable(Bank bank) {}

    @State int done;

    @Step void step() { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 10:28 [ResourcesUnusable] the resources bad.ResourcesUnusable.Bank of ResourcesUnusable can't be made by the handler: it is an interface, and the handler can't choose what is behind it. Take a class of yours, whose constructor makes what the hops share.

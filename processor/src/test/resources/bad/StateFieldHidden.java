package bad;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning
class StateFieldHidden extends Paged {
    private int page;

    @State int done;

    @Terminate boolean isDone() { return page > 9; }
}

abstract class Paged {
    @State int page;

    @State int done;

    @Step void step() { page++; }
}

//! ERROR 18:16 [StateFieldHidden] the @State field page is hidden by the field of that name in bad.StateFieldHidden, and the handler would save that one. Rename one of the two.
//! ERROR 20:16 [StateFieldHidden] the @State field done is hidden by the field of that name in bad.StateFieldHidden, and the handler would save that one. Rename one of the two.

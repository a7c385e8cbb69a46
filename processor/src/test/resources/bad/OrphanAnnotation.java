package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

class OrphanAnnotation {
    @State int done;

    @Step void step() { done++; }
}

//! ERROR 7:16 [OrphanAnnotation] done is annotated @State, but OrphanAnnotation is not @LongRunning, so nothing reads it. Annotate the class, or remove this.
//! ERROR 9:16 [OrphanAnnotation] step is annotated @Step, but OrphanAnnotation is not @LongRunning, so nothing reads it. Annotate the class, or remove this.

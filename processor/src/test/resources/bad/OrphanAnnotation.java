package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

class OrphanAnnotation {
    @State int done;

    @Step void step() { done++; }
}

//! ERROR 7:16 [OrphanAnnotation] done is annotated @State, but OrphanAnnotation is not @LongRunning, so nothing reads it, or the annotations of step. Annotate the class if it is a job, make it abstract if jobs extend it, or remove them.

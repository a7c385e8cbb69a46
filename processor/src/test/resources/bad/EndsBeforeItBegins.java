package bad;

import dev.longhaul.annotations.*;

@LongRunning
class EndsBeforeItBegins {
    @State String cursor = "";

    @Step void step() { cursor = cursor.length() > 9 ? null : cursor + "x"; }

    @Terminate boolean isDone() { return cursor != null; }
}

//! WARNING 11:24 [EndsBeforeItBegins] isDone returns true with the fields as they are initialised, so the job would end before its first step. Turn the condition round, or give the fields other values to begin with.

package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

class RetryOutOfRange {
    @LongRunning static class Never {
        @State int done;

        @Step @Retry(attempts = 0) void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning static class Delays {
        @State int done;

        @Step @Retry(firstDelayMillis = 90_000) void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning static class Unseen {
        private static class Lost extends Exception {
            private static final long serialVersionUID = 1;
        }

        @State int done;

        @Step @Retry(firstDelayMillis = -1, notOn = {IllegalStateException.class, Lost.class}) void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning static class Stray {
        @State int done;

        @Step void step() { done++; }

        @Retry(attempts = 0) void other() {}

        @Terminate boolean isDone() { return done > 9; }
    }
}

//! ERROR 10:33 [RetryOutOfRange] attempts is 0, and must be above 0. Give it a positive number.
//! ERROR 18:15 [RetryOutOfRange] maxDelayMillis is 60000 and firstDelayMillis is 90000: no delay would be the first one. Make maxDelayMillis at least as large.
//! ERROR 30:41 [RetryOutOfRange] firstDelayMillis is -1, and must be above 0. Give it a positive number.
//! ERROR 30:87 [RetryOutOfRange] notOn names bad.RetryOutOfRange.Unseen.Lost, which is private, or of another package and not public, and the handler asks for it. Make it package-private or public.
//! ERROR 40:35 [OrphanAnnotation] other is annotated @Retry, but is no @Step, so nothing reads it. Move the annotation to the step, or remove it.

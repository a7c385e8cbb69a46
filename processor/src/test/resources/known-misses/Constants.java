package misses;

import dev.longhaul.annotations.*;
import java.util.*;

/** Terminate methods with one answer that nobody sees: it takes two comparisons, an argument or numbers of other kinds. */
class Constants {

    @LongRunning
    static class AndThatStartsWithFalse {
        @State boolean a;

        @Step void step() { a = true; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            boolean all = false;
            all &= a;
            return all;
        }
    }

    @LongRunning
    static class HelperWithAnArgument {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return answer(false); } //! TerminateNeverTrue

        private boolean answer(boolean given) { return given; }
    }

    @LongRunning
    static class TwoPhasesAtOnce {
        enum Phase { LOAD, DONE, FAILED }

        @State Phase phase = Phase.LOAD;

        @Step void step() { phase = Phase.DONE; }

        @Terminate boolean isDone() { return phase == Phase.DONE && phase == Phase.FAILED; } //! TerminateNeverTrue
    }

    @LongRunning
    static class BelowAndAbove {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return 10 < done && (done <= 10); } //! TerminateNeverTrue
    }

    @LongRunning
    static class ThisAndAgainstEachOther {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return this.done == 3 && done == 4; } //! TerminateNeverTrue
    }

    @LongRunning
    static class ThisAndThisAgainstEachOther {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return this.done > 4 && !(this.done > 3); } //! TerminateNeverTrue
    }

    @LongRunning
    static class IntegerDivisionThatComesToNothing {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && 1 / 2 * 1.0 > 0; } //! TerminateNeverTrue
    }
}

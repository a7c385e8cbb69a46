package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateException;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a user's codec, constructor or setter throws is told by its class: its message may have a value in it. */
class HandledJobTest {

    private static final String SECRET = "4111-1111-1111-1111";

    @Test
    void whatIsThrownWhileAStateIsSavedNamesTheField() {
        assertThat(failure(() -> job().save(new StateWriter())))
                .isEqualTo("\"card\": it can't be saved (java.lang.IllegalStateException)");
    }

    @Test
    void whatIsThrownWhileAStateIsRestoredNamesTheField() {
        assertThat(failure(() -> job().restore(new StateReader("{\"card\":\"" + SECRET + "\"}"))))
                .isEqualTo("\"card\": it can't be restored (java.lang.IllegalStateException)");
    }

    @Test
    void whatIsThrownWhileAStartEventIsReadNamesTheField() {
        assertThat(failure(() -> new CardHandler().jobs().checkEvent(new StateReader("{\"card\":\"" + SECRET + "\"}"))))
                .isEqualTo("\"card\": its class refuses it (java.lang.IllegalStateException)");
    }

    private static HandledJob<Object> job() {
        return new HandledJob<>(new CardHandler(), new Object(), null);
    }

    private static String failure(ThrowingCallable work) {
        StateException failure = catchThrowableOfType(StateException.class, work);
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString()).doesNotContain(SECRET);
        return failure.getMessage();
    }

    private static final class CardHandler extends LongRunningHandler<Object> {

        CardHandler() {
            super(JobOptions.named("Card").build());
        }

        @Override
        protected Object create() {
            return new Object();
        }

        @Override
        protected void step(Object job, JobContext context) {}

        @Override
        protected boolean isDone(Object job, JobContext context) {
            return true;
        }

        @Override
        protected void writeState(Object job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("card");
            throw new IllegalStateException("no card: " + SECRET);
        }

        @Override
        protected void readState(Object job, StateReader in) throws IOException {
            read(in);
        }

        @Override
        protected void checkEvent(StateReader event) throws IOException {
            read(event);
        }

        private static void read(StateReader in) throws IOException {
            in.beginObject();
            in.next();
            in.at("card");
            throw new IllegalStateException("no card: " + in.string());
        }
    }
}

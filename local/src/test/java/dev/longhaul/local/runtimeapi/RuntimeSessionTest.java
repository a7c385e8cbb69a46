package dev.longhaul.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RuntimeSessionTest {

    private final RuntimeSession session = new RuntimeSession();

    @Test
    void givesAnEventToWhoeverAskedAndTakesItsAnswer() {
        FakePoll poll = new FakePoll();
        assertThat(session.ready()).isNotDone();
        session.next(poll);
        assertThat(session.ready()).isCompletedWithValue(Optional.empty());
        assertThat(session.isReady()).isTrue();

        CompletableFuture<DeliveryResult> answer = session.deliver(delivery("r-1"));

        assertThat(poll.delivered).hasSize(1);
        assertThat(session.isReady()).isFalse();
        assertThat(session.ready()).isNotDone();
        assertThat(session.answer("r-0", new DeliveryResult.Response(Payload.of("late"))))
                .isFalse();
        assertThat(answer).isNotDone();
        assertThat(session.answer("r-1", new DeliveryResult.Response(Payload.of("1"))))
                .isTrue();
        assertThat(answer).isCompletedWithValue(new DeliveryResult.Response(Payload.of("1")));
        assertThat(session.answer("r-1", new DeliveryResult.Response(Payload.of("2"))))
                .isFalse();
    }

    @Test
    void tellsARunningInvocationOfTheProcessesEnd() {
        session.next(new FakePoll());
        CompletableFuture<DeliveryResult> answer = session.deliver(delivery("r-1"));

        session.end(137);

        assertThat(answer).isCompletedWithValue(new DeliveryResult.Exit(137));
        assertThat(session.ready()).isCompletedWithValue(Optional.of(new DeliveryResult.Exit(137)));
    }

    @Test
    void neverGivesAnEventToAPollOfADeadProcess() {
        FakePoll poll = new FakePoll();
        session.next(poll);

        session.end(137);

        assertThat(poll.cancelled).isTrue();
        assertThat(session.isReady()).isFalse();
        assertThat(session.ready()).isCompletedWithValue(Optional.of(new DeliveryResult.Exit(137)));
        assertThat(session.deliver(delivery("r-1"))).isCompletedWithValue(new DeliveryResult.Exit(137));
        assertThat(poll.delivered).isEmpty();
    }

    @Test
    void dropsAPollThatArrivesAfterTheEnd() {
        session.end(1);
        FakePoll poll = new FakePoll();

        session.next(poll);

        assertThat(poll.cancelled).isTrue();
        assertThat(session.ready()).isCompletedWithValue(Optional.of(new DeliveryResult.Exit(1)));
    }

    @Test
    void usesTheNewestOfTwoPolls() {
        FakePoll stale = new FakePoll();
        FakePoll newest = new FakePoll();
        session.next(stale);
        session.next(newest);

        CompletableFuture<DeliveryResult> answer = session.deliver(delivery("r-1"));

        assertThat(answer).isNotDone();
        assertThat(stale.cancelled).isTrue();
        assertThat(stale.delivered).isEmpty();
        assertThat(newest.delivered).hasSize(1);
    }

    @Test
    void prefersTheReasonThatTheRuntimeClientGaveForAFailedInit() {
        session.initError(Payload.of("{}"));
        session.end(1);

        assertThat(session.ready()).isCompletedWithValue(Optional.of(new DeliveryResult.InitError(Payload.of("{}"))));
    }

    @Test
    void waitsForTheEndOfAProcessWhosePollIsBroken() {
        FakePoll poll = new FakePoll();
        poll.broken = true;
        session.next(poll);

        CompletableFuture<DeliveryResult> answer = session.deliver(delivery("r-1"));

        assertThat(answer).isNotDone();
        session.end(139);
        assertThat(answer).isCompletedWithValue(new DeliveryResult.Exit(139));
    }

    @Test
    void refusesToDeliverToNobody() {
        assertThatIllegalStateException().isThrownBy(() -> session.deliver(delivery("r-1")));
    }

    private static Delivery delivery(String requestId) {
        return new Delivery(
                new Invocation(
                        "fn",
                        "arn",
                        requestId,
                        1,
                        Payload.of("{}"),
                        new Invocation.Headers("Root=1", Optional.empty(), Optional.empty())),
                Instant.EPOCH);
    }

    private static final class FakePoll implements Poll {

        private final List<Delivery> delivered = new ArrayList<>();
        private boolean cancelled;
        private boolean broken;

        @Override
        public void answer(Delivery delivery) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            delivered.add(delivery);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}

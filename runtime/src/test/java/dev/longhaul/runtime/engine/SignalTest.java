package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Inbox;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.job.JobOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Chains that are told something. */
class SignalTest {

    private static final String START = Envelope.start("a", "{}");
    private static final long DAY = 86_400_000;

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(60_000).safeMillis(10_000).tickMillis(1_000);
    private final Rig rig = new Rig();
    private final List<Integer> counts = new ArrayList<>();

    private CountingJob counting(int target, CountingJob.Effect effect) {
        CountingJob job = new CountingJob(options.build(), target, (count, hop) -> {
            counts.add(count);
            rig.time.advance(500);
            effect.at(count, hop);
        });
        rig.runs(job);
        return job;
    }

    private static List<String> taken(CountingJob job) {
        return job.calls.stream().filter(call -> call.startsWith("add")).toList();
    }

    private String send(String id, int number) throws Exception {
        return rig.operate(Envelope.signal("a", "add", id, "" + number));
    }

    @Test
    void aSignalIsTakenOnceBetweenTwoStepsAtTheNextCheckpoint() throws Exception {
        CountingJob job = counting(200, (count, hop) -> {
            if (count == 3) {
                send("x", 100);
                send("x", 100);
            }
        });

        assertThat(rig.runToEnd(START).status()).isEqualTo(Status.COMPLETED);

        assertThat(taken(job)).containsExactly("add 100");
        assertThat(counts).contains(4, 105).doesNotContain(6);
        assertThat(send("x", 100)).as("known").contains("COMPLETED");
        assertThat(rig.logged()).containsOnlyOnce("delivered");
    }

    @Test
    void aSignalWakesAChainThatWaits() throws Exception {
        CountingJob job = counting(50, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        assertThat(rig.deliver(START).status()).isEqualTo(Status.WAITING);

        assertThat(send("x", 49)).contains("\"status\":\"HANDED_OFF\"", "\"signalsWaiting\":1");

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(taken(job)).containsExactly("add 49");
        assertThat(counts).containsExactly(1);
        assertThat(rig.queue).isEmpty();
    }

    @Test
    void aChainThatCannotBeSentIsWokenByTheSweeper() throws Exception {
        counting(50, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        rig.beforeSend = () -> {
            rig.beforeSend = () -> {};
            throw new ContinuationException("throttled", new IOException("429"), true);
        };

        send("x", 49);

        rig.time.advance(60_000);
        assertThat(rig.sweep().sent()).isEqualTo(1);
        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void signalsAreTakenInTheirOrderAndTheLastStateIsCommittedWithThem() throws Exception {
        CountingJob job = counting(1_000, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        for (int each = 1; each <= 5; each++) {
            send("s" + each, each);
        }

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.WAITING);

        assertThat(taken(job)).containsExactly("add 1", "add 2", "add 3", "add 4", "add 5");
        ChainRecord waiting = rig.record("a");
        assertThat(waiting.state().json()).isEqualTo("{\"count\":17}");
        assertThat(waiting.inbox().isEmpty()).isTrue();
        assertThat(waiting.inbox().taken()).hasSize(5);
    }

    @Test
    void aHopThatDiesGivesNoSignalTwiceToAStateThatWasCommitted() throws Exception {
        CountingJob job = counting(1_000, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        send("x", 7);
        String event = rig.queue.remove().event();
        job.onSignal = (count, hop) -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> rig.deliver(event, "hop")).isInstanceOf(Killed.class);
        job.onSignal = (count, hop) -> {};

        rig.deliver(event, "hop");

        assertThat(rig.record("a").state().json()).isEqualTo("{\"count\":9}");
    }

    @Test
    void aMethodThatTakesASignalMakesNoCheckpoint() throws Exception {
        options.retry(1, 10, 10);
        CountingJob job = counting(9, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        send("x", 8);
        job.onSignal = (count, hop) -> hop.checkpoint();

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("a").failure().message()).contains("would commit half a signal");
        assertThat(rig.record("a").state().json()).isEqualTo("{\"count\":1}");
    }

    @Test
    void aMethodThatThrowsIsTriedAgain() throws Exception {
        CountingJob job = counting(9, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        send("x", 8);
        int[] tries = {0};
        job.onSignal = (count, hop) -> {
            if (++tries[0] < 3) {
                throw new IllegalStateException("503");
            }
        };

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);

        assertThat(tries[0]).isEqualTo(3);
        assertThat(rig.record("a").failedAttempts()).isZero();
    }

    @Test
    void aChainThatIsDoneTakesWhatCameBeforeItsEndIsWritten() throws Exception {
        CountingJob job = counting(3, (count, hop) -> {
            if (count == 3) {
                send("x", 10);
            }
        });

        assertThat(rig.runToEnd(START).status()).isEqualTo(Status.COMPLETED);

        assertThat(taken(job)).containsExactly("add 10");
        assertThat(rig.record("a").result()).isEqualTo("\"counted to 13\"");
        assertThat(rig.record("a").inbox().isEmpty()).isTrue();
    }

    @Test
    void aChainThatIsAboutToWaitGoesOnWhenASignalHasCome() throws Exception {
        counting(50, (count, hop) -> {
            send("x", 49);
            hop.pauseUntil(rig.time.nowMillis() + DAY);
        });

        assertThat(rig.deliver(START).status()).isEqualTo(Status.HANDED_OFF);
        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(rig.record("a").usage().waits()).isZero();
    }

    @Test
    void aChainThatFailedKeepsWhatItWasToldForItsResume() throws Exception {
        options.retry(1, 10, 10);
        boolean[] broken = {true};
        CountingJob job = counting(20, (count, hop) -> {
            if (broken[0]) {
                send("x", 19);
                throw new IllegalStateException("broken");
            }
        });
        assertThat(rig.runToEnd(START).status()).isEqualTo(Status.FAILED);
        broken[0] = false;

        rig.control().resume("Count", "a");

        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(taken(job)).containsExactly("add 19");
    }

    @Test
    void whatCannotBeTakenIsRefusedAndNothingIsWritten() throws Exception {
        counting(50, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        assertRefused(() -> send("x", 1), message -> message.contains("there is no chain \"a\""));
        rig.deliver(START);
        ChainRecord before = rig.record("a");

        assertRefused(
                () -> rig.operate(Envelope.signal("a", "remove", null, "1")),
                message -> message.contains("the job Count has no @OnSignal(\"remove\"), but of add."));
        assertRefused(
                () -> rig.operate(Envelope.signal("a", "add", null, "{\"secret\":7}")),
                message -> message.contains("can't be taken, and nothing was written") && !message.contains("7"));

        assertThat(rig.record("a")).isEqualTo(before);
        rig.control().requestStop("Count", "a", "enough");
        assertRefused(() -> send("x", 1), message -> message.endsWith("Resume it, and send the signal again."));
        assertThat(rig.record("a").status()).isEqualTo(ChainStatus.STOPPED);
    }

    @Test
    void noMoreSignalsWaitThanThereIsRoomFor() throws Exception {
        counting(50, (count, hop) -> rig.time.advance(60_000));
        rig.deliver(START);
        for (int each = 0; each < Inbox.MOST; each++) {
            send("s" + each, 1);
        }

        assertRefused(() -> send("one more", 1), message -> message.contains("at most 100 wait, of 20000 bytes"));
        assertThat(rig.record("a").inbox().waiting()).hasSize(Inbox.MOST);
    }

    @Test
    void aSignalOfAnotherVersionFailsTheChainAndIsKept() throws Exception {
        counting(50, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY));
        rig.deliver(START);
        send("x", 1);
        rig.runs(new TextJob(options.build(), count -> ""));

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.FAILED);

        assertThat(rig.record("a").failure().message()).contains("the signal \"add\" waits, and this version");
        assertThat(rig.record("a").inbox().waiting()).hasSize(1);
    }

    private interface Sent {
        void send() throws Exception;
    }

    private static void assertRefused(Sent sent, Predicate<String> message) {
        assertThatThrownBy(sent::send)
                .isInstanceOf(MoveRefusedException.class)
                .satisfies(e -> assertThat(e.getMessage()).matches(message));
    }
}

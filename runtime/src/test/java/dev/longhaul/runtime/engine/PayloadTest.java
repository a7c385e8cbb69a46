package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chains whose record rides in their events. */
class PayloadTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private final Rig rig = new Rig();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void aChainGoesFromEventToEvent() throws Exception {
        start(options.build());

        assertThat(rig.runToEnd("{\"from\":1}")).isEqualTo(new HopAnswer("request-0", 2, Status.COMPLETED, 20));

        assertThat(done).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aHopThatDiedIsDoneAgainFromWhatItsEventCarries() throws Exception {
        start(options.build());
        rig.deliver("{}");
        String event = rig.queue.remove().event();
        rig.beforeSend = () -> {
            rig.beforeSend = () -> {};
            throw new Killed();
        };
        assertThatThrownBy(() -> rig.deliver(event, "hop")).isInstanceOf(Killed.class);
        rig.deliver(event, "hop");

        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(done.subList(7, 21)).containsExactly(8, 9, 10, 11, 12, 13, 14, 8, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void theBoundsHold() throws Exception {
        start(options.maxHops(2).build());

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 1, Status.STOPPED, 14));
    }

    @Test
    void anEventThatCarriesNoRecordIsRefused() {
        start(options.build());

        for (String record : List.of("", ",\"record\":7", ",\"record\":{}")) {
            String event = "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"a\",\"hop\":1" + record + "}}";
            assertThatThrownBy(() -> rig.deliver(event))
                    .isInstanceOf(EventException.class)
                    .hasMessageStartingWith("the event's field \"longhaul/record\" is ");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void anotherChainsRecordIsRefused() throws Exception {
        start(options.build());
        rig.deliver("{}");
        String event = rig.queue.remove().event().replaceFirst("\"chain\":\"request-0\"", "\"chain\":\"other\"");

        assertThatThrownBy(() -> rig.deliver(event))
                .hasMessageStartingWith("the event's field \"longhaul/record\" is that of chain \"request-0\"");
    }

    @Test
    void aRecordIsRefusedWhereTheStoreKeepsThem() throws Exception {
        start(options.build());
        rig.deliver("{}");
        rig.store = CheckpointStores.open("memory:", Map.of());

        assertThatThrownBy(() -> rig.deliver(rig.queue.remove().event()))
                .hasMessageStartingWith("the event's field \"longhaul/record\" is there, and LONGHAUL_STORE is not");
    }

    @Test
    void aJobWithAScheduleNeedsAnotherStore() {
        start(options.singleChain(true).build());

        assertThatThrownBy(() -> rig.deliver("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payload:, which can't tell whether an earlier chain is alive, and Count has");
    }

    private void start(JobOptions made) {
        rig.runs(new CountingJob(made, 20, (count, hop) -> {
            done.add(count);
            rig.time.advance(1_000);
        }));
        rig.store = CheckpointStores.open("payload:", Map.of());
    }
}

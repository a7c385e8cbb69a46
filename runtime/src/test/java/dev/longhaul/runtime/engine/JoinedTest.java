package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints in the job's own transaction, when the record changes meanwhile. */
class JoinedTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private final TransactionStore store = new TransactionStore();
    private Rig rig;

    private Rig rig(CountingJob.Effect step) {
        rig = new Rig(new CountingJob(options.build(), 5, step));
        rig.store = store;
        return rig;
    }

    /** Writes a row and the checkpoint in one transaction. */
    private void commit(int row, HopControl hop) {
        Connection transaction = store.begin();
        store.insert(row);
        hop.checkpoint(transaction);
        store.commit();
    }

    @Test
    void rowsAndStateAreCommittedTogether() throws Exception {
        assertThat(rig((count, hop) -> commit(count, hop)).runToEnd("{}").status())
                .isEqualTo(Status.COMPLETED);

        assertThat(store.rows).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aStopThatComesInTheMiddleEndsTheChainBehindTheStep() throws Exception {
        rig((count, hop) -> {
            if (count == 2) {
                rig.control().requestStop("Count", "request-0", "enough");
            }
            commit(count, hop);
        });

        assertThat(rig.deliver("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.STOPPED, 2));

        assertThat(store.rows).as("no step is done again for it").containsExactly(1, 2);
        assertThat(rig.logged()).doesNotContain("attempt failed");
    }

    @Test
    void anotherInvocationsClaimEndsTheHopAndItsTransaction() throws Exception {
        rig((count, hop) -> {
            if (count == 2) {
                var held = store.read("Count", "request-0").orElseThrow();
                store.write(held.change().epoch(held.epoch() + 1).build());
            }
            commit(count, hop);
        });

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FENCED);

        assertThat(store.rows).containsExactly(1);
    }

    @Test
    void aTransactionThatWasRolledBackAndCaughtIsNoneToBuildOn() throws Exception {
        List<Integer> rolledBack = new ArrayList<>();
        rig((count, hop) -> {
            if (count == 3 && rolledBack.isEmpty()) {
                rolledBack.add(count);
                Connection transaction = store.begin();
                store.insert(count);
                hop.checkpoint(transaction);
                store.rollback();
                return;
            }
            commit(count, hop);
        });

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(store.rows).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void norIsItWhereAStopHasTakenItsNumber() throws Exception {
        List<Integer> rolledBack = new ArrayList<>();
        rig((count, hop) -> {
            if (count == 3 && rolledBack.isEmpty()) {
                rolledBack.add(count);
                Connection transaction = store.begin();
                store.insert(count);
                hop.checkpoint(transaction);
                store.rollback();
                rig.control().requestStop("Count", "request-0", "enough");
                commit(count + 100, hop);
                return;
            }
            commit(count, hop);
        });

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.STOPPED);

        assertThat(store.rows).containsExactly(1, 2);
        assertThat(rig.record("request-0").state().json()).isEqualTo("{\"count\":2}");
    }

    @Test
    void norForThePlainCheckpointOfATick() throws Exception {
        List<Integer> rolledBack = new ArrayList<>();
        rig((count, hop) -> {
            rig.time.advance(600);
            if (count == 3 && rolledBack.isEmpty()) {
                rolledBack.add(count);
                Connection transaction = store.begin();
                store.insert(count);
                hop.checkpoint(transaction);
                store.rollback();
                rig.control().requestStop("Count", "request-0", "enough");
                return;
            }
            commit(count, hop);
        });

        rig.deliver("{}");

        assertThat(store.rows).containsExactly(1, 2);
        assertThat(rig.record("request-0").state().json()).isEqualTo("{\"count\":2}");
    }

    @Test
    void twoCheckpointsInOneTransactionAreBothInIt() throws Exception {
        rig((count, hop) -> {
            Connection transaction = store.begin();
            store.insert(count);
            hop.checkpoint(transaction);
            store.insert(count + 100);
            hop.checkpoint(transaction);
            store.commit();
        });

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(store.rows).containsExactly(1, 101, 2, 102, 3, 103, 4, 104, 5, 105);
    }
}

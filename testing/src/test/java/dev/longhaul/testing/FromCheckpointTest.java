package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains that begin with a checkpoint of another run, as it would come from production. */
class FromCheckpointTest {

    private static final int ROWS = 500;

    private final List<Integer> copied = new ArrayList<>();

    private ChainTester<Copying> tester() {
        return ChainTester.of(Copying.handler(ROWS, copied::add)).beforeEach(copied::clear);
    }

    private ChainRecord stopped() {
        ChainRun<Copying> run = tester().with(Trouble.stopRequest(Duration.ofSeconds(5), "to look at it"))
                .run();
        run.assertStopped("StopRequested").assertJob("a part of the rows", job -> job.next > 0 && job.next < ROWS);
        return ChainJson.read(ChainJson.write(run.chain()));
    }

    @Test
    void aStoppedOneGoesOnWhereItStood() {
        ChainRecord checkpoint = stopped();

        ChainRun<Copying> run = tester().from(checkpoint).run().assertCompleted();

        assertThat(copied).endsWith(ROWS - 1).doesNotContain(0);
        assertThat(run.chain().chainId()).isEqualTo(checkpoint.chainId());
        assertThat(run.steps()).isGreaterThan(checkpoint.steps());
        assertThat(checkpoint.status()).isEqualTo(ChainStatus.STOPPED);
    }

    @Test
    void oneThatRunsIsTakenOverWhenItsLeaseIsOver() {
        ChainRecord stopped = stopped();
        long years = stopped.leaseUntil() + Duration.ofDays(3_000).toMillis();
        ChainRecord running = stopped.change()
                .position(position -> position.withStatus(ChainStatus.RUNNING)
                        .withUpdatedAt(years)
                        .withLeaseUntil(years + 60_000))
                .ending(ending -> Ending.NONE)
                .build();

        ChainRun<Copying> run = tester().from(running).run().assertCompleted();

        assertThat(run.chain().updatedAt()).isGreaterThan(years + 60_000);
    }

    @Test
    void itMayDieAnywhereFromThereOn() {
        KillReport report = tester().from(stopped()).killAtEveryPoint();

        assertThat(report.runs()).isGreaterThan(10);
    }

    @Test
    void whatCannotGoOnIsRefused() {
        ChainRecord completed = tester().run().chain();

        assertThatThrownBy(() -> tester().from(completed))
                .hasMessage("the chain " + completed.chainId() + " is COMPLETED: nothing of it is left to run.");
    }
}

package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.RetryLaterException;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.job.Retry;
import dev.longhaul.runtime.store.CheckpointStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A step that throws is tried again, with delays that outlast what it calls. */
class RetryTest {

    private final JobOptions.Builder quarterOfAnHour = JobOptions.named("Count");
    private final JobOptions.Builder tenSeconds =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private Rig rig = new Rig();

    /** The third of five steps meets a service that is away for so long. */
    private Status outage(JobOptions options, long millis) throws Exception {
        long[] back = {0};
        rig.runs(new CountingJob(options, 5, (count, hop) -> {
            if (count == 3) {
                back[0] = back[0] == 0 ? rig.time.nowMillis() + millis : back[0];
                if (rig.time.nowMillis() < back[0]) {
                    throw new IllegalStateException("503");
                }
            }
        }));
        return rig.runToEnd("{}").status();
    }

    @Test
    void theDefaultsOutlastAMinute() throws Exception {
        assertThat(outage(quarterOfAnHour.build(), 60_000)).isEqualTo(Status.COMPLETED);
        assertThat(rig.record("request-0").billedMillis())
                .as("the long delays have no invocation")
                .isLessThan(20_000);
        rig = new Rig();
        assertThat(outage(quarterOfAnHour.build(), 3_600_000))
                .as("and not an hour")
                .isEqualTo(Status.FAILED);
    }

    @Test
    void aDelayGoesOnInTheNextHopAndIsNoStandstill() throws Exception {
        rig.store = CheckpointStores.open("payload:", Map.of());

        assertThat(outage(tenSeconds.build(), 60_000)).isEqualTo(Status.COMPLETED);
        assertThat(rig.requests()).as("more hops than may stand still").isGreaterThan(6);
    }

    @Test
    void aStopIsSeenWhileAStepWaitsForItsNextTry() throws Exception {
        rig = new Rig(new CountingJob(quarterOfAnHour.build(), 5, (count, hop) -> {
            rig.control().requestStop("Count", "request-0", "enough");
            throw new RetryLaterException(Duration.ofMinutes(10));
        }));
        long begin = rig.time.nowMillis();

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        assertThat(rig.time.nowMillis() - begin).isLessThan(60_000);
    }

    @Test
    void aStepNamesItsDelayItself() throws Exception {
        List<Long> tries = new ArrayList<>();
        rig = new Rig(new CountingJob(quarterOfAnHour.build(), 1, (count, hop) -> {
            tries.add(rig.time.nowMillis());
            if (tries.size() == 1) {
                throw new RetryLaterException(Duration.ofMinutes(2));
            }
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(tries.get(1) - tries.get(0)).isEqualTo(120_000);
    }

    @Test
    void aDelayBeyondAllTimeOverflowsNothing() throws Exception {
        rig = new Rig(new CountingJob(quarterOfAnHour.maxHops(3).build(), 1, (count, hop) -> {
            throw new RetryLaterException(Duration.ofSeconds(Long.MAX_VALUE));
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("request-0").usage().waits()).isEqualTo(7);
    }

    @Test
    void whatIsNotWorthATryFailsAtOnce() throws Exception {
        CountingJob job = new CountingJob(quarterOfAnHour.build(), 5, (count, hop) -> {
            throw count == 1 ? new IllegalStateException("503") : new IllegalArgumentException("no such account");
        });
        job.mayRetry = failure -> !(failure instanceof IllegalStateException);
        rig = new Rig(job);

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FAILED);
        assertThat(rig.logged()).containsOnlyOnce("attempt failed");
    }

    @Test
    void theTriesBeginAnewWhenAStepWasCommitted() throws Exception {
        int[] thrown = {0};
        rig = new Rig(new CountingJob(tenSeconds.retry(2, 10, 10).build(), 6, (count, hop) -> {
            rig.time.advance(1_000);
            if (count > thrown[0]) {
                thrown[0] = count;
                throw new IllegalStateException("each step fails once");
            }
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void delaysDoubleUpToTheLongestAndAHalfIsKept() {
        Retry retry = new Retry(8, 1_000, 60_000);

        assertThat(List.of(retry.delay(1, 0), retry.delay(2, 0), retry.delay(6, 0), retry.delay(7, 0)))
                .containsExactly(1_000L, 2_000L, 32_000L, 60_000L);
        assertThat(retry.delay(7, 1)).isEqualTo(30_000);
        assertThat(retry.delay(Integer.MAX_VALUE, 0)).isEqualTo(60_000);
        assertThat(new Retry(1, Long.MAX_VALUE, Long.MAX_VALUE).delay(99, 0)).isEqualTo(Long.MAX_VALUE);
    }
}

package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No chain runs on for ever, and none ends for one slow moment. */
class RunawayTest {

    private static final long TIMEOUT = 900_000;

    private final JobOptions.Builder options = JobOptions.named("Count");
    private Rig rig;

    /** Each invocation works for so long, commits a little, and dies; Lambda delivers three times, then the sweeper. */
    private ChainRecord dying(long millis) throws Exception {
        rig = new Rig(new CountingJob(options.maxHops(5).build(), 1_000_000, (count, hop) -> {
            hop.checkpoint();
            rig.time.advance(millis);
            throw new Killed();
        }));
        String event = "{\"longhaul\":{\"v\":1,\"start\":\"c\"}}";
        for (int round = 0; round < 100; round++) {
            for (int delivery = 0; delivery < 3; delivery++) {
                try {
                    rig.deliver(event, "r" + round);
                } catch (Killed e) {
                    rig.time.advance(60_000);
                }
            }
            if (rig.record("c").status().terminal()) {
                return rig.record("c");
            }
            rig.time.advance(TIMEOUT + 60_000);
            rig.sweep();
            event = rig.queue.remove().event();
        }
        throw new AssertionError("nothing ends " + rig.record("c"));
    }

    @Test
    void invocationsThatCommitALittleAndDieEndByTheTimeThatTheyTake() throws Exception {
        ChainRecord end = dying(600_000);

        assertThat(end.status()).isEqualTo(ChainStatus.STOPPED);
        assertThat(end.failure().kind()).isEqualTo("MaxHops");
        assertThat(end.billedMillis()).isBetween(5 * TIMEOUT, 6 * TIMEOUT);
    }

    @Test
    void invocationsThatDieAtOnceEndByTheirNumber() throws Exception {
        ChainRecord end = dying(10);

        assertThat(end.failure().kind()).isEqualTo("MaxHops");
        assertThat(end.usage().claims()).isEqualTo(16);
    }

    @Test
    void aChainThatIsResumedHasAllItsInvocationsAnew() throws Exception {
        ChainRecord end = dying(10);

        rig.control().resume("Count", "c");

        assertThatThrownBy(() -> rig.deliver(rig.queue.remove().event(), "resumed"))
                .isInstanceOf(Killed.class);
        assertThat(rig.record("c").steps()).isGreaterThan(end.steps());
    }

    @Test
    void anInvocationThatBeginsLateInMidChainLeavesTheWorkToTheNextOne() throws Exception {
        JobOptions thin = options.timeoutMillis(70_000).build();
        rig = new Rig(new CountingJob(thin, 30, (count, hop) -> rig.time.advance(1_000)));
        rig.deliver("{}", "a", 70_000);
        String event = rig.queue.remove().event();

        // Its environment was made anew, which took 11 of its 70 seconds.
        assertThat(rig.deliver(event, "b", 59_000).status()).isEqualTo(Status.HANDED_OFF);

        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aTimeoutBelowTheThresholdIsToldAtTheVeryFirstInvocation() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 30, (count, hop) -> {}));

        assertThat(rig.deliver("{}", "a", 59_000).status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("a").failure().kind()).isEqualTo("TimeoutTooShort");
    }

    @Test
    void aStoreThatReadsLateIsAskedUntilTheTimeIsUp() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 30, (count, hop) -> {}));
        int[] reads = {0};
        StoppingStore late = new StoppingStore(rig.store);
        // A replica that never sees the write: the claim is refused, and the chain is not there.
        late.onRead = found -> {
            reads[0]++;
            return Optional.empty();
        };
        rig.store.write(dummy());
        rig.store = late;
        long begin = rig.time.nowMillis();

        assertThatThrownBy(() -> rig.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}", "a", 10_000))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("a store that reads late");

        assertThat(rig.time.nowMillis() - begin).isLessThanOrEqualTo(10_000);
        assertThat(reads[0]).isLessThan(30);
    }

    private ChainRecord dummy() throws Exception {
        Rig other = new Rig(new CountingJob(options.build(), 1, (count, hop) -> {}));
        other.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}", "other");
        ChainRecord end = other.record("c");
        return new ChainRecord(end.identity(), 1, end.position(), end.work(), end.usage(), end.ending(), end.history());
    }
}

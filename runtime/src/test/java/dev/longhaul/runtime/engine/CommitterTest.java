package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.store.memory.MemoryStore;
import dev.longhaul.runtime.time.Time;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A step that commits while the watchdog does, when the invocation's time is up: as after a freeze. */
class CommitterTest {

    private final StoppingStore store = new StoppingStore(new MemoryStore());
    private final CountDownLatch watchdogCommits = new CountDownLatch(1);
    private final CountDownLatch stepHasEnded = new CountDownLatch(1);
    private final Time standing = new VirtualTime();

    private static ChainRecord step(ChainRecord held) {
        return held.change().steps(held.steps() + 1).build();
    }

    private ChainRecord first() {
        ChainRecord first = ChainRecord.first(
                new Identity("Count", "one", null, 1, "request", null),
                Position.first("request", Rig.ARN, 900_000, 1),
                Work.none("{}"),
                List.of());
        store.write(first);
        return first;
    }

    /** Has the watchdog in the middle of a commit, does the step's, and answers what the watchdog's threw. */
    private @Nullable RuntimeException during(Committer committer, Runnable commit) throws Exception {
        Thread handler = Thread.currentThread();
        store.onRead = found -> {
            if (Thread.currentThread() != handler) {
                watchdogCommits.countDown();
                await(stepHasEnded);
            }
            return found;
        };
        AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
        Thread watchdog = new Thread(() -> {
            try {
                committer.tryCommitOnStored(CommitterTest::step);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        watchdog.start();
        await(watchdogCommits);
        try {
            commit.run();
        } finally {
            stepHasEnded.countDown();
            watchdog.join();
        }
        return thrown.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStepWithoutTimeStillHearsThatTheChainIsLost() throws Exception {
        ChainRecord claimed = first();
        Committer committer = new Committer(store, new Patience(standing, () -> 0), claimed, 0);
        store.write(claimed.change().epoch(2).build());

        RuntimeException watchdog = during(
                committer,
                () -> assertThatThrownBy(() -> committer.commit(CommitterTest::step))
                        .isInstanceOf(FencedException.class));

        assertThat(watchdog).isInstanceOf(FencedException.class);
    }

    @Test
    void nobodyWaitsForTheWatchdogWithoutTime() throws Exception {
        ChainRecord claimed = first();
        Committer committer = new Committer(store, new Patience(standing, () -> 0), claimed, 0);

        RuntimeException watchdog = during(
                committer,
                () -> assertThatThrownBy(() -> committer.commit(CommitterTest::step))
                        .isInstanceOf(StoreUnavailableException.class));

        assertThat(watchdog).isNull();
    }
}

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A step that commits while the watchdog does, when the invocation's time is up: as after a freeze. */
class LedgerTest {

    private final StoppingStore store = new StoppingStore(new MemoryStore());
    private final CountDownLatch watchdogCommits = new CountDownLatch(1);
    private final CountDownLatch stepWaits = new CountDownLatch(1);
    private final CountDownLatch watchdogHasCommitted = new CountDownLatch(1);
    private boolean watchdogHangs;

    /** The step's pauses: in the first one the watchdog's commit goes on to its end. */
    private final Time waiting = new Time() {
        private final AtomicLong now = new AtomicLong(1_000_000);

        @Override
        public long nowMillis() {
            return now.get();
        }

        @Override
        public void pause(long millis) {
            now.addAndGet(millis);
            stepWaits.countDown();
            if (!watchdogHangs) {
                await(watchdogHasCommitted);
            }
        }

        @Override
        public Ticking tick(String name, LongSupplier look) {
            throw new UnsupportedOperationException();
        }
    };

    private static ChainRecord step(ChainRecord held) {
        return held.change().steps(held.steps() + 1).build();
    }

    private ChainRecord first() {
        ChainRecord first = ChainRecord.first(
                new Identity("Count", "one", null, 1, "request"),
                Position.first("request", Rig.ARN, 900_000, 1),
                Work.none("{}"),
                List.of());
        store.write(first);
        return first;
    }

    /** Has the watchdog in the middle of a commit, does the step's, and answers what the watchdog's threw. */
    private @Nullable RuntimeException during(Ledger ledger, Runnable commit) throws Exception {
        Thread handler = Thread.currentThread();
        store.onRead = found -> {
            if (Thread.currentThread() != handler) {
                watchdogCommits.countDown();
                await(stepWaits);
            }
            return found;
        };
        AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
        Thread watchdog = new Thread(() -> {
            try {
                ledger.tryCommitOnStored(LedgerTest::step);
            } catch (RuntimeException e) {
                thrown.set(e);
            } finally {
                watchdogHasCommitted.countDown();
            }
        });
        watchdog.start();
        await(watchdogCommits);
        try {
            commit.run();
        } finally {
            stepWaits.countDown();
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
        Ledger ledger = new Ledger(store, new Patience(waiting, () -> 0), claimed, 0);
        store.write(claimed.change().epoch(2).build());

        RuntimeException watchdog = during(
                ledger,
                () -> assertThatThrownBy(() -> ledger.commit(LedgerTest::step)).isInstanceOf(FencedException.class));

        assertThat(watchdog).isInstanceOf(FencedException.class);
    }

    @Test
    void andCommitsBehindAWatchdogThatHasNotHandedOff() throws Exception {
        ChainRecord claimed = first();
        Ledger ledger = new Ledger(store, new Patience(waiting, () -> 0), claimed, 0);

        RuntimeException watchdog = during(
                ledger,
                () -> assertThat(ledger.commit(LedgerTest::step).steps()).isEqualTo(2));

        assertThat(watchdog).isNull();
    }

    @Test
    void aWatchdogThatNeverComesBackIsNotWaitedForForEver() throws Exception {
        ChainRecord claimed = first();
        Ledger ledger = new Ledger(store, new Patience(waiting, () -> 0), claimed, 0);
        CountDownLatch never = new CountDownLatch(1);
        watchdogHangs = true;
        store.onRead = found -> {
            watchdogCommits.countDown();
            await(never);
            return found;
        };
        Thread watchdog = new Thread(() -> ledger.tryCommitOnStored(LedgerTest::step));
        watchdog.start();
        await(watchdogCommits);

        assertThatThrownBy(() -> ledger.commit(LedgerTest::step)).isInstanceOf(StoreUnavailableException.class);

        store.onRead = found -> found;
        never.countDown();
        watchdog.join();
    }
}

package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A chain whose state has reached what its store can hold ends with that reason, and stands in nobody's way. */
class RoomTest {

    private static final int LIMIT = 100_000;
    private static final int ROOM = (int) (LIMIT - RecordRoom.RESERVE);

    private final JobOptions options = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .build();
    private Rig rig;

    /** A job whose state has so many characters, more with each step. */
    private void growing(int first, int more) {
        TextJob job = new TextJob(options, count -> "x".repeat(first + count * more));
        rig = new Rig(job);
        job.step = () -> rig.time.advance(1_000);
        rig.store = new Small();
    }

    @Test
    void aStateThatGrowsBeyondTheStoreFailsWithItsSize() throws Exception {
        growing(1_000, 5_000);

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.FAILED);

        ChainRecord end = rig.record("request-0");
        assertThat(end.failure().kind()).isEqualTo(RecordTooLargeException.class.getName());
        assertThat(end.failure().message()).contains("this store has room for " + ROOM);
        assertThat(end.state().json().length())
                .as("the last checkpoint is kept")
                .isGreaterThan(ROOM - 10_000);
    }

    @Test
    void aChainThatIsFullCanBeClaimedStoppedSweptResumedAndFail() throws Exception {
        growing(ROOM - 5_000, 1);
        assertThat(rig.deliver("{}", "a").status()).isEqualTo(Status.HANDED_OFF);
        rig.queue.clear();
        rig.time.advance(100_000);

        assertThat(rig.sweep().sent()).isEqualTo(1);
        rig.control().requestStop("Count", "a", "\u4e2d".repeat(600_000));
        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.STOPPED);
        rig.control().resume("Count", "a");
        assertThat(rig.store.list("Count", 10).chains()).hasSize(1);
        TextJob failing = new TextJob(options, count -> "");
        failing.step = () -> {
            throw new IllegalStateException("\u0001".repeat(600_000));
        };

        assertThat(rig.runs(failing).runToEnd(rig.queue.remove().event()).status())
                .isEqualTo(Status.FAILED);

        assertThat(rig.record("a").failure().kind()).isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void aStartEventThatTheStoreHasNoRoomForIsRefusedAndNothingIsWritten() {
        growing(1_000, 1);

        assertThatThrownBy(() -> rig.deliver('"' + "x".repeat(LIMIT) + '"', "a"))
                .isInstanceOf(RecordTooLargeException.class);

        assertThat(rig.store.read("Count", "a")).isEmpty();
    }

    /** Holds as many bytes as it says, and not one more. */
    private static final class Small implements CheckpointStore {

        private final MemoryStore records = new MemoryStore();

        @Override
        public Optional<ChainRecord> read(String job, String chainId) {
            return records.read(job, chainId);
        }

        @Override
        public boolean write(ChainRecord next) {
            int bytes = ChainJson.write(next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LIMIT) {
                throw new AssertionError(
                        "a record of " + bytes + " bytes reached the store, which has room for " + LIMIT);
            }
            return records.write(next);
        }

        @Override
        public Listing overdue(long now, int limit) {
            return records.overdue(now, limit);
        }

        @Override
        public Listing list(String job, int limit) {
            return records.list(job, limit);
        }

        @Override
        public long maxRecordBytes() {
            return LIMIT;
        }

        @Override
        public String name() {
            return "small:";
        }

        @Override
        public void close() {}
    }
}

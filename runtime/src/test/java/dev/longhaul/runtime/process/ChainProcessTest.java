package dev.longhaul.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.store.memory.MemoryStore;
import dev.longhaul.runtime.sweep.Sweeper;
import dev.longhaul.runtime.time.SystemTime;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Chains move from one process to the next, and are left alone by what is there for functions. */
class ChainProcessTest {

    private static final long GRACE = 60_000;
    private static final Graces GRACES = Graces.STANDARD.withHandoff(0);

    @AutoClose
    private final MemoryStore store = new MemoryStore();

    private final SystemTime time = new SystemTime();
    private final LeftToProcesses nothingSent = new LeftToProcesses();
    private final Surroundings surroundings =
            new Surroundings(store, nothingSent, time, new HopLog(line -> {}), GRACES);

    @Test
    void aChainThatOneProcessLeavesIsRunByTheNextOneAndThoseOfOtherJobsAreNot() throws Exception {
        leave("Counting", "moved");
        leave("Other", "stays");
        ChainProcess next = process(new Counting("Counting", job -> {}));
        Thread serving = new Thread(() -> {
            try {
                next.serve();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        serving.start();
        while (status("Counting", "moved") != ChainStatus.COMPLETED) {
            LockSupport.parkNanos(1_000_000);
        }
        next.leave(GRACE);
        serving.join();

        ChainRecord moved = store.read("Counting", "moved").orElseThrow();
        assertThat(moved.steps()).isEqualTo(5);
        assertThat(moved.hop()).isEqualTo(1);
        assertThat(moved.billedMillis()).as("what Lambda bills").isZero();
        assertThat(status("Other", "stays")).isEqualTo(ChainStatus.HANDED_OFF);
    }

    @Test
    void aChainIsFollowedToItsEnd() throws Exception {
        leave("Counting", "moved");

        assertThat(process(new Counting("Counting", job -> {})).follow("moved"))
                .hasValueSatisfying(end -> assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED));
        assertThat(process(new Counting("Counting", job -> {})).follow("nobody"))
                .isEmpty();
    }

    @Test
    void theSweeperOfFunctionsLeavesItAlone() throws Exception {
        leave("Counting", "moved");
        Sweeper sweeper =
                new Sweeper(store, nothingSent, time, surroundings.log(), Graces.STANDARD.withHandoff(0), Ends.UNTOLD);

        assertThat(sweeper.sweep(() -> true).sent()).isZero();
        assertThat(store.read("Counting", "moved").orElseThrow().epoch()).isEqualTo(1);
    }

    @Test
    void whatAnOperatorResumesIsFoundAtOnce() throws Exception {
        leave("Counting", "moved");
        ChainControl control = new ChainControl(
                store,
                new LeftToProcesses() {
                    @Override
                    public void send(NextHop next) {
                        throw new AssertionError("sent to " + next.functionArn());
                    }
                },
                time,
                Graces.STANDARD);
        control.requestStop("Counting", "moved", "enough");
        process(new Counting("Counting", job -> {})).follow("moved");
        assertThat(status("Counting", "moved")).isEqualTo(ChainStatus.STOPPED);

        assertThat(control.resume("Counting", "moved").leaseOver(time.nowMillis()))
                .isTrue();
    }

    @Test
    void aProcessThatHasToLeaveBeforeTheFirstStepFailsNoChain() throws Exception {
        Counting counting = new Counting("Counting", job -> {});
        new Engine(counting.jobs(), surroundings)
                .run(Envelope.start("late", "null"), new Invocation("process:1", "process:1", () -> 900, null, null));

        assertThat(status("Counting", "late")).isEqualTo(ChainStatus.HANDED_OFF);
    }

    @Test
    void aChildIsNotStartedByNobody() {
        assertThatThrownBy(() -> nothingSent.send(new NextHop("process:1", Envelope.start("child", "{}"), null, null)))
                .isInstanceOf(ContinuationException.class)
                .hasMessageStartingWith("LONGHAUL_CONTINUE is none, by which a chain that was begun is found");
        nothingSent.send(new NextHop("process:1", Envelope.continuation("Counting", "moved", 1, null), null, null));
    }

    /** Begins a chain in a process that is asked to leave while the first step runs. */
    private void leave(String job, String chain) throws Exception {
        ChainProcess[] leaving = new ChainProcess[1];
        leaving[0] = process(new Counting(job, context -> {
            leaving[0].leave(GRACE);
            while (!context.shouldYield()) {
                LockSupport.parkNanos(1_000_000);
            }
        }));
        leaving[0].start(chain, "null");
        assertThat(status(job, chain)).isEqualTo(ChainStatus.HANDED_OFF);
    }

    private ChainStatus status(String job, String chain) {
        return store.read(job, chain).orElseThrow().status();
    }

    private ChainProcess process(Counting counting) {
        ChainProcess.Settings settings = new ChainProcess.Settings(2, 50, "process:1");
        return new ChainProcess(counting.jobs(), surroundings, new TimeLeft(time), settings);
    }

    /** What the processor would write for a job that counts to five. */
    private static final class Counting extends LongRunningHandler<int[]> {

        private final Consumer<JobContext> effect;

        Counting(String name, Consumer<JobContext> effect) {
            super(JobOptions.named(name).safeMillis(1_000).tickMillis(10).build());
            this.effect = effect;
        }

        @Override
        protected int[] create() {
            return new int[1];
        }

        @Override
        protected void step(int[] job, JobContext context) {
            effect.accept(context);
            job[0]++;
        }

        @Override
        protected boolean isDone(int[] job, JobContext context) {
            return job[0] == 5;
        }

        @Override
        protected void writeState(int[] job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(job[0]);
            out.endObject();
        }

        @Override
        protected void readState(int[] job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                job[0] = in.int32();
            }
        }
    }
}

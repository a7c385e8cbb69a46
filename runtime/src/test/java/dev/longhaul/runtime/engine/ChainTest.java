package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain from its start event to its end, in virtual time. */
class ChainTest {

    private static final JobOptions OPTIONS = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .build();

    @Test
    void aJobThatFitsOneHopCompletesInIt() throws Exception {
        CountingJob job = new CountingJob(OPTIONS, 5, (count, hop) -> {});
        Rig rig = new Rig(job);

        HopAnswer answer = rig.runToEnd("{\"from\":1}");

        assertThat(answer).isEqualTo(new HopAnswer("request-0", 0, Status.COMPLETED, 5));
        assertThat(job.calls).containsExactly("create", "start {\"from\":1}", "complete", "close");
        ChainRecord record = rig.record("request-0");
        assertThat(record.result()).isEqualTo("\"counted to 5\"");
        assertThat(record.input()).isNull();
        assertThat(record.state().json()).isEqualTo("{\"count\":5}");
        assertThat(record.expiresAt()).isGreaterThan(rig.time.nowMillis());
        assertThat(rig.time.open())
                .as("watchdogs that outlive their invocation")
                .isZero();
        assertThat(rig.prepared).as("a chain without a tick hands nothing off").isZero();
    }

    @Test
    void aLongJobHopsAndEveryStepIsDoneOnce() throws Exception {
        List<Integer> done = new ArrayList<>();
        Rig rig = new Rig();
        CountingJob job = new CountingJob(OPTIONS, 30, (count, hop) -> {
            done.add(count);
            hop.progress(new Progress(count, 30, "counting"));
            rig.time.advance(1_000);
        });
        rig.runs(job);

        HopAnswer answer = rig.runToEnd("{}");

        // 10 s less 3 s: seven steps of one second a hop.
        assertThat(answer).isEqualTo(new HopAnswer("request-0", 4, Status.COMPLETED, 30));
        assertThat(done).containsExactlyElementsOf(numbers(30));
        ChainRecord record = rig.record("request-0");
        assertThat(record.history()).extracting(HopEntry::steps).containsExactly(7L, 7L, 7L, 7L, 2L);
        assertThat(record.history()).extracting(HopEntry::end).containsOnly(End.HANDED_OFF, End.FINISHED);
        assertThat(record.progress()).isEqualTo(new Progress(30, 30, "counting"));
        assertThat(record.billedMillis()).isEqualTo(30_000);
        assertThat(record.epoch()).isEqualTo(5);
        assertThat(rig.prepared).as("once a hop").isEqualTo(5);
    }

    @Test
    void aCheckpointIsWrittenOnTheTickAndNotWithEveryStep() throws Exception {
        Rig rig = new Rig();
        CountingJob job = new CountingJob(OPTIONS, 500, (count, hop) -> rig.time.advance(10));
        rig.runs(job);

        rig.runToEnd("{}");

        // 5 s of work at a tick of half a second.
        assertThat(rig.logged()).filteredOn("checkpoint"::equals).hasSize(9);
    }

    @Test
    void theNextHopGoesToTheQualifiedFunctionWithTraceAndTenant() throws Exception {
        Rig rig = new Rig();
        CountingJob job = new CountingJob(OPTIONS, 30, (count, hop) -> rig.time.advance(1_000));
        rig.runs(job);
        rig.tenant = "green";

        HopAnswer answer = rig.deliver("{}");

        assertThat(answer.json())
                .isEqualTo("{\"chain\":\"request-0\",\"hop\":0,\"status\":\"HANDED_OFF\",\"steps\":7}");
        assertThat(rig.queue).singleElement().satisfies(next -> {
            assertThat(next.functionArn()).isEqualTo(Rig.ARN);
            assertThat(next.traceHeader()).isEqualTo("Root=1");
            assertThat(next.tenantId()).isEqualTo("green");
            assertThat(next.event())
                    .isEqualTo("{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"request-0\",\"hop\":1}}");
        });
        assertThat(rig.logged()).containsSubsequence("claimed", "handed off");
    }

    @Test
    void aNamedStartHappensOnce() throws Exception {
        CountingJob job = new CountingJob(OPTIONS, 5, (count, hop) -> {});
        Rig rig = new Rig(job);
        String event = "{\"longhaul\":{\"v\":1,\"start\":\"nightly\"},\"input\":[1]}";

        assertThat(rig.deliver(event)).isEqualTo(new HopAnswer("nightly", 0, Status.COMPLETED, 5));
        assertThat(rig.deliver(event))
                .isEqualTo(new HopAnswer(
                        "nightly",
                        0,
                        Status.DROPPED,
                        5,
                        "the chain nightly is COMPLETED, and a second start by its name changes nothing."
                                + " Start another chain by another name."));

        assertThat(job.calls).contains("start [1]").filteredOn("create"::equals).hasSize(1);
        assertThat(rig.logged()).containsExactly("claimed", "hop", "completed", "dropped duplicate");
    }

    @Test
    void aJobThatIsDoneBeforeItsFirstStepDoesNone() throws Exception {
        Rig rig = new Rig(new CountingJob(OPTIONS, 0, (count, hop) -> {
            throw new AssertionError("no step was due");
        }));

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.COMPLETED, 0));
    }

    @Test
    void aJobCanStopItsChain() throws Exception {
        Rig rig = new Rig(new CountingJob(OPTIONS, 10, (count, hop) -> {
            if (count == 4) {
                hop.stop("enough");
            }
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord record = rig.record("request-0");
        assertThat(record.status()).isEqualTo(ChainStatus.STOPPED);
        assertThat(record.failure().message()).isEqualTo("enough");
        assertThat(record.state().json()).isEqualTo("{\"count\":4}");
    }

    private static List<Integer> numbers(int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    void withoutADeadlineTheLeaseIsRenewedWithEachCheckpoint() throws Exception {
        Rig rig = new Rig();
        rig.runs(new CountingJob(OPTIONS, 100, (count, hop) -> {
            rig.time.advance(60_000);
            hop.checkpoint();
            assertThat(rig.record("process:1").leaseUntil()).isEqualTo(rig.time.nowMillis() + 900_000);
            assertThat(rig.sweep().sent()).isZero();
        }));

        HopAnswer end = rig.runWithoutDeadline("{}");

        assertThat(end)
                .as("a hundred minutes, in one hop")
                .isEqualTo(new HopAnswer("process:1", 0, Status.COMPLETED, 100));
    }
}

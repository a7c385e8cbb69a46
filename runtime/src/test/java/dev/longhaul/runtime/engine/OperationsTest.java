package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators send to the function itself. */
class OperationsTest {

    private static final String NIGHTLY = "{\"longhaul\":{\"v\":1,\"start\":\"nightly\"},\"input\":{}}";

    private final JobOptions.Builder options = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .retry(1, 1, 1);
    private final Rig rig = new Rig();

    private static String operation(String what) {
        return "{\"longhaul\":{\"v\":1,\"chain\":\"nightly\"," + what + "}}";
    }

    private void aChainOf(int steps, JobOptions job) {
        rig.runs(new CountingJob(job, steps, (count, hop) -> rig.time.advance(1_000)));
    }

    @Test
    void aChainIsShownWithItsBoundsAndItsCost() throws Exception {
        aChainOf(20, options.maxHops(5).maxCostUsd(1).maxDurationMillis(600_000).build());
        rig.deliver(NIGHTLY);
        ChainRecord before = rig.record("nightly");

        String shown = rig.operate(operation("\"show\":true"));

        assertThat(shown)
                .startsWith(
                        "{\"chain\":\"nightly\",\"job\":\"Count\",\"status\":\"HANDED_OFF\",\"hop\":1,\"steps\":7,\"startedAt\":\"")
                .contains(
                        "\"billedMillis\":7000,\"requests\":1,\"price\":{\"memoryMegabytes\":1769,\"usdPerGigabyteSecond\":1.33334E-5},\"timing\":{\"safeMillis\":",
                        "\"bounds\":{\"maxHops\":{\"used\":1,\"of\":5},\"invocations\":{\"used\":1,\"of\":15},"
                                + "\"maxWakes\":{\"used\":0,\"of\":10000},\"maxStalledHops\":{\"used\":0,\"of\":3},\"maxDurationMillis\":{\"used\":7000,\"of\":600000},"
                                + "\"maxCostUsd\":{\"used\":1.614",
                        "\"costUsd\":1.614")
                .doesNotContain("progress", "failure", "result", "stopRequested");
        assertThat(rig.record("nightly")).as("nothing is written").isEqualTo(before);
        assertThat(rig.queue).hasSize(1);
    }

    @Test
    void aChainThatIsStoppedEndsAtItsNextClaim() throws Exception {
        aChainOf(20, options.build());
        rig.deliver(NIGHTLY);

        String answer = rig.operate(operation("\"stop\":\"the data is wrong\""));

        assertThat(answer).contains("\"status\":\"HANDED_OFF\"", "\"stopRequested\":\"the data is wrong\"");
        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.STOPPED);
        assertThat(rig.operate(operation("\"show\":true")))
                .contains("\"failure\":{\"kind\":\"StopRequested\",\"message\":\"the data is wrong\"}");
    }

    @Test
    void aChainThatWasStoppedIsResumedAndGoesOnWhereItWas() throws Exception {
        aChainOf(20, options.maxHops(1).build());
        rig.runToEnd(NIGHTLY);

        String answer = rig.operate(operation("\"resume\":true"));

        assertThat(answer)
                .contains("\"status\":\"HANDED_OFF\",\"hop\":1,\"steps\":7", "\"maxHops\":{\"used\":0,\"of\":1}");
        assertThat(rig.queue.peek().functionArn()).isEqualTo(Rig.ARN);
        assertThat(rig.deliver(rig.queue.remove().event()).steps()).isEqualTo(14);
    }

    @Test
    void aChainIsResumedOntoAnotherVersion() throws Exception {
        aChainOf(20, options.maxHops(1).build());
        rig.runToEnd(NIGHTLY);

        rig.operate(operation("\"resume\":true,\"qualifier\":\"7\""));

        assertThat(rig.queue.remove().functionArn())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Count:7");
    }

    @Test
    void aResultIsShown() throws Exception {
        aChainOf(3, options.build());
        rig.runToEnd(NIGHTLY);

        assertThat(rig.operate(operation("\"show\":true"))).contains("\"status\":\"COMPLETED\"", "\"result\":");
    }

    @Test
    void whatAChainDoesNotAllowIsAnAnswerThatSaysWhatToDo() throws Exception {
        aChainOf(3, options.build());
        assertThat(rig.operate(operation("\"show\":true")))
                .isEqualTo(
                        "{\"chain\":\"nightly\",\"refused\":\"there is no chain \\\"nightly\\\" of the job Count in memory:."
                                + " Its id is in the answer to its start and in each line of its log; a chain that ended is forgotten"
                                + " after two weeks.\"}");
        rig.runToEnd(NIGHTLY);

        assertThat(rig.operate(operation("\"stop\":\"enough\"")))
                .contains(
                        "\"refused\":\"chain nightly is COMPLETED: it has ended, and there is nothing left to stop\"");
        assertThat(rig.operate(operation("\"resume\":true"))).contains("Start another chain by another name.");
    }

    @Test
    void aChainThatGoesOnIsNotResumed() throws Exception {
        aChainOf(20, options.build());
        rig.deliver(NIGHTLY);

        assertThat(rig.operate(operation("\"resume\":true"))).contains("It goes on by itself");
        assertThat(rig.queue).hasSize(1);
    }

    @Test
    void aSecondStartOfAChainThatFailedSaysHowItIsResumed() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> {
            throw new IllegalStateException("no");
        }));
        rig.runToEnd(NIGHTLY);
        assertThat(rig.record("nightly").status()).isEqualTo(ChainStatus.FAILED);

        HopAnswer second = rig.deliver(NIGHTLY);

        assertThat(second.status()).isEqualTo(Status.DROPPED);
        assertThat(second.advice())
                .isEqualTo(
                        "the chain nightly is FAILED, and a second start by its name changes nothing. Resume starts it again:"
                                + " {\"longhaul\":{\"v\":1,\"chain\":\"nightly\",\"resume\":true}}");
        assertThat(second.json()).contains("\"advice\":\"the chain nightly is FAILED");
        assertThat(rig.operate("{\"longhaul\":{\"v\":1,\"chain\":\"nightly\",\"resume\":true}}"))
                .contains("HANDED_OFF");
    }

    @Test
    void anotherTenantsChainIsNotShown() throws Exception {
        aChainOf(20, options.build());
        rig.tenant = "blue";
        String chain = rig.deliver(NIGHTLY).chainId();
        String show = "{\"longhaul\":{\"v\":1,\"chain\":\"" + chain + "\",\"show\":true}}";
        assertThat(rig.operate(show)).contains("\"status\":\"HANDED_OFF\"");
        rig.tenant = "green";

        assertThat(rig.operate(show))
                .contains("\"refused\":\"the chain belongs to another tenant")
                .doesNotContain("steps");
    }

    @Test
    void aStoreThatIsAwayForAMomentIsAskedAgain() throws Exception {
        aChainOf(20, options.build());
        rig.deliver(NIGHTLY);
        StoppingStore away = new StoppingStore(rig.store);
        int[] refusals = {3};
        away.beforeWrite = chain -> {
            if (refusals[0]-- > 0) {
                throw new StoreUnavailableException("throttled", null);
            }
        };
        rig.store = away;

        assertThat(rig.operate(operation("\"stop\":\"enough\""))).contains("\"stopRequested\":\"enough\"");
    }

    @Test
    void aHopThatCannotBeSentIsAnError() throws Exception {
        aChainOf(20, options.maxHops(1).build());
        rig.runToEnd(NIGHTLY);
        rig.beforeSend = () -> {
            throw new ContinuationException("no rights", new IllegalStateException(), false);
        };

        assertThatThrownBy(() -> rig.operate(operation("\"resume\":true")))
                .isInstanceOf(ContinuationException.class)
                .hasMessageContaining("is resumed, but its hop was not sent: no rights");
    }

    @Test
    void whereTheRecordRidesInTheEventNothingCanBeShown() throws Exception {
        aChainOf(3, options.build());
        rig.store = CheckpointStores.open("payload:", Map.of());

        assertThat(rig.operate(operation("\"show\":true"))).contains("\"refused\":\"LONGHAUL_STORE is payload:");
    }

    @Test
    void anotherJobsOperationIsRefused() {
        aChainOf(3, options.build());

        assertThatThrownBy(() -> rig.operate(operation("\"job\":\"Other\",\"show\":true")))
                .isInstanceOf(EventException.class)
                .hasMessageContaining("\"longhaul/job\" is \"Other\", and this function runs \"Count\"");
    }
}

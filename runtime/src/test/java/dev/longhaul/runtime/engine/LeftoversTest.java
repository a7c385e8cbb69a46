package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a job leaves behind stays with it: on its thread, and in what it throws. */
class LeftoversTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private Rig rig;

    @AfterEach
    void nothingIsLeftOnTheThread() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptFlagReachesNeitherTheNextStepNorTheStoreNorTheNextEvent() throws Exception {
        boolean[] seen = {false};
        rig = new Rig(new CountingJob(options.build(), 5, (count, hop) -> {
            seen[0] |= Thread.currentThread().isInterrupted();
            Thread.currentThread().interrupt();
            hop.checkpoint();
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the flag is the job's until its step returns")
                    .isTrue();
        }));
        StoppingStore store = new StoppingStore(rig.store);
        store.beforeWrite = chain -> seen[0] |= Thread.currentThread().isInterrupted();
        rig.store = store;
        // A flag that another chain of this environment has left, under an engine that did not clear it.
        Thread.currentThread().interrupt();

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(seen[0]).isFalse();
    }

    @Test
    void anInterruptBetweenTwoTriesEndsNoPause() throws Exception {
        int[] tries = {0};
        rig = new Rig(new CountingJob(options.build(), 1, (count, hop) -> {
            Thread.currentThread().interrupt();
            if (++tries[0] < 3) {
                throw new IllegalStateException("not yet");
            }
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anotherClassLoaderOrHandlerOfExceptionsGoesWithTheStep() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        ClassLoader[] seen = new ClassLoader[2];
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            rig = new Rig(new CountingJob(options.build(), 2, (count, hop) -> {
                seen[count - 1] = thread.getContextClassLoader();
                thread.setContextClassLoader(other);
                thread.setUncaughtExceptionHandler((where, what) -> {});
            }));
            rig.deliver("{}");
        }

        assertThat(seen).containsExactly(before, before);
        assertThat(thread.getContextClassLoader()).isSameAs(before);
        assertThat(thread.getUncaughtExceptionHandler()).isSameAs(handler);
    }

    @Test
    void theStoreHasTheOldClassLoaderAlsoWhereAStepStopsItsChain() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        List<ClassLoader> seen = new ArrayList<>();
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            rig = new Rig(new CountingJob(options.build(), 2, (count, hop) -> {
                thread.setContextClassLoader(other);
                hop.stop("enough");
            }));
            StoppingStore store = new StoppingStore(rig.store);
            store.beforeWrite = chain -> seen.add(thread.getContextClassLoader());
            rig.store = store;
            rig.deliver("{}");
        }

        assertThat(seen).hasSize(2).containsOnly(before);
    }

    @Test
    void anErrorOnClosingLeavesTheWorkDone() throws Exception {
        CountingJob job = new CountingJob(options.build(), 3, (count, hop) -> {});
        job.onClose = () -> {
            throw new NoClassDefFoundError("com/acme/Metrics");
        };
        rig = new Rig(job);

        assertThat(rig.deliver("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.COMPLETED, 3));
        assertThat(rig.logged()).containsOnlyOnce("trouble");
    }

    @Test
    void anErrorOfAnyKindFailsTheChainAndNotTheEnvironment() throws Exception {
        rig = new Rig(new CountingJob(options.retry(1, 1, 1).build(), 3, (count, hop) -> {
            throw new Error("not implemented");
        }));

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("request-0").failure()).isEqualTo(new Failure("java.lang.Error", "not implemented"));
    }

    @Test
    void anExceptionWhoseMessageThrowsIsAFailureLikeAnyOther() throws Exception {
        rig = new Rig(new CountingJob(options.retry(1, 1, 1).build(), 3, (count, hop) -> {
            throw new Unspeakable();
        }));

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("request-0").failure().message())
                .isEqualTo("(its getMessage() threw java.lang.NullPointerException)");
    }

    @Test
    void theCausesOfAnExceptionAreToldAndCut() throws Exception {
        IOException deepest = new IOException("duplicate key value violates unique constraint \"orders_pkey\"");
        rig = new Rig(new CountingJob(options.retry(1, 1, 1).build(), 3, (count, hop) -> {
            throw new IllegalStateException("order 17", new RuntimeException("x".repeat(600_000), deepest));
        }));

        rig.deliver("{}");

        Failure failure = rig.record("request-0").failure();
        assertThat(failure.kind()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message())
                .startsWith("order 17; caused by java.lang.RuntimeException: xxx")
                .hasSizeLessThanOrEqualTo(1_000);
        assertThat(rig.log).allSatisfy(line -> assertThat(line).hasSizeLessThan(4_000));
        assertThat(Failure.of(new IllegalStateException("order 17", deepest)).message())
                .isEqualTo("order 17; caused by java.io.IOException: " + deepest.getMessage());
    }

    @Test
    void causesThatAreTheirOwnCauseEndSomewhere() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(Failure.of(one).message()).isEqualTo("one; caused by java.lang.Exception: other");
    }

    private static final class Unspeakable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new NullPointerException();
        }
    }
}

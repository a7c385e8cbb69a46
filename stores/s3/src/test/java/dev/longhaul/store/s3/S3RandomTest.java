package dev.longhaul.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Writers and sweepers at once, with faults: afterwards the index has every living chain, and no chain has lost a write. */
class S3RandomTest {

    private static final String JOB = "Count";
    private static final List<String> CHAINS = List.of("a", "b");
    private static final int WRITERS = 4;
    private static final int WRITES = 12;
    private static final int MANY = 1_000;
    private static TestBucket bucket;
    private static ExecutorService threads;

    private final Relay relay = bucket.relay();
    private final String uri = bucket.freshUri();
    private final CheckpointStore store = open();

    @BeforeAll
    static void openBucket() throws Exception {
        bucket = TestBucket.onS3proxy();
        threads = Executors.newFixedThreadPool(WRITERS + 1);
    }

    @AfterAll
    static void closeBucket() throws Exception {
        threads.shutdown();
        bucket.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @RepeatedTest(6)
    void noChainIsMissedAndNoWriteIsLost(RepetitionInfo repetition) throws Exception {
        for (String chain : CHAINS) {
            store.write(TestChains.first(JOB, chain));
        }
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            long seed = 1_000L * repetition.getCurrentRepetition() + i;
            work.add(() -> writes(new Random(seed)));
        }
        work.add(() -> sweeps(new Random(repetition.getCurrentRepetition())));
        long answered = 0;
        for (Future<Integer> done : threads.invokeAll(work)) {
            answered += done.get();
        }
        relay.forgetFaults();

        List<ChainRecord> chains = store.list(JOB, MANY).chains();
        assertThat(store.overdue(Long.MAX_VALUE, MANY).chains())
                .containsExactlyInAnyOrderElementsOf(chains.stream()
                        .filter(chain -> !chain.status().terminal())
                        .toList());
        // Those whose answer was lost may have happened too.
        assertThat(chains.stream().mapToLong(ChainRecord::steps).sum()).isBetween(answered, (long) WRITERS * WRITES);
    }

    /** How many writes were answered true. */
    private int writes(Random random) {
        int answered = 0;
        try (CheckpointStore own = open()) {
            for (int i = 0; i < WRITES; i++) {
                fault(random);
                try {
                    ChainRecord now = own.read(JOB, CHAINS.get(random.nextInt(CHAINS.size())))
                            .orElseThrow();
                    answered += own.write(next(now, random)) ? 1 : 0;
                } catch (StoreUnavailableException e) {
                    // As in a hop: the next try looks at what is stored.
                }
            }
        }
        return answered;
    }

    private int sweeps(Random random) {
        try (CheckpointStore own = open()) {
            for (int i = 0; i < WRITES; i++) {
                try {
                    own.overdue(random.nextInt(4_000), MANY);
                } catch (StoreUnavailableException e) {
                    // The next sweep is a minute away.
                }
            }
        }
        return 0;
    }

    private static ChainRecord next(ChainRecord now, Random random) {
        ChainStatus status = random.nextInt(4) == 0 ? ChainStatus.STOPPED : ChainStatus.RUNNING;
        long lease = random.nextBoolean() ? now.leaseUntil() : 1_000 + random.nextInt(4) * 1_000;
        return now.change()
                .status(status)
                .leaseUntil(lease)
                .steps(now.steps() + 1)
                .build();
    }

    private void fault(Random random) {
        String part = random.nextBoolean() ? "/chains/" : "/live/";
        switch (random.nextInt(6)) {
            case 0 -> relay.loseAnswer("PUT", part);
            case 1 -> relay.refuse("PUT", part, 503, "SlowDown");
            case 2 -> relay.refuse("DELETE", "/live/", 500, "InternalError");
            case 3 -> relay.refuse("PUT", "/chains/", 409, "ConditionalRequestConflict");
            default -> {}
        }
    }

    private CheckpointStore open() {
        return CheckpointStores.open(uri, bucket.environment());
    }
}

package dev.longhaul.testing.sim;

import dev.longhaul.runtime.engine.Graces;
import dev.longhaul.runtime.job.JobOptions;
import java.util.SplittableRandom;

/** Runs worlds with the {@link ProofJob} and checks every invariant in them. */
final class Proof {

    static final Graces GRACES = new Graces(10_000, 60_000, 900_000, 86_400_000);
    static final long LONGEST_LEASE = 2 * 3_600_000;
    static final JobOptions OPTIONS = JobOptions.named("Proof")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .maxHops(40)
            .maxStalledHops(6)
            .build();

    private static final JobOptions SINGLE = JobOptions.named("Proof")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .maxHops(40)
            .maxStalledHops(6)
            .singleChain(true)
            .build();

    private Proof() {}

    /**
     * One world of the seed: one to three chains, faults of all kinds.
     *
     * @return how many chains
     * @throws AssertionError with the account of the world, when an invariant is broken
     */
    static int run(long seed) {
        try {
            return run(seed, Account.none());
        } catch (RuntimeException | Error e) {
            // The same world once more, with its account.
            return run(seed, Account.kept());
        }
    }

    private static int run(long seed, Account account) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean single = random.nextInt(4) == 0;
        ProofJob job = new ProofJob(single ? SINGLE : OPTIONS, 1 + random.nextInt(50));
        InvariantStore store = new InvariantStore(job, LONGEST_LEASE);
        // Mostly many steps a hop; now and then one, or one that fits no hop at all.
        long base = random.nextInt(20) == 0 ? 5_500 + random.nextInt(6_000) : random.nextInt(900);
        RandomFaults faults = new RandomFaults(random.nextLong());
        World world = new World(
                store,
                Workload.of(job),
                Tempo.steps(step -> step % 17 == 16 && base > 600 ? 4_000 : base),
                faults,
                GRACES,
                account);
        int chains = single ? 2 + random.nextInt(4) : 1 + random.nextInt(3);
        for (int chain = 0; chain < chains; chain++) {
            String event = random.nextBoolean()
                    ? "{\"longhaul\":{\"v\":1,\"start\":\"chain " + chain + "\"}}"
                    : "{\"from\":" + chain + "}";
            world.start(event, random.nextInt(single ? 100_000 : 2_000));
        }
        check(world, store, chains, "seed " + seed, account);
        // Above that, steps overrun: they are left behind, and done again.
        if (faults.calm() && base <= 600) {
            check(() -> store.checkCalm(world.swept()), "seed " + seed, account);
        }
        return chains;
    }

    /** Runs a world to its end and checks every invariant. */
    static void check(World world, InvariantStore store, int chains, String name, Account account) {
        check(
                () -> {
                    world.run();
                    store.checkEnd(chains);
                },
                name,
                account);
    }

    private static void check(Runnable checked, String name, Account account) {
        try {
            checked.run();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name + " breaks an invariant: " + e.getMessage() + "\n" + account, e);
        }
    }
}

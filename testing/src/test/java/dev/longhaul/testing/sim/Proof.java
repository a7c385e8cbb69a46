package dev.longhaul.testing.sim;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Graces;
import java.util.SplittableRandom;

/** Runs worlds with the {@link ProofJob} and checks every invariant in them. */
final class Proof {

    static final Graces GRACES = new Graces(10_000, 60_000, 900_000, 86_400_000);
    static final JobOptions OPTIONS = JobOptions.named("Proof")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .maxHops(40)
            .maxStalledHops(6)
            .build();

    private static final long LONGEST_LEASE = 2 * 3_600_000;
    private static final long LONGEST_EVENT = 400;
    private static final InvariantStore.Nature ROOMY = new InvariantStore.Nature(LONGEST_LEASE, Long.MAX_VALUE, false);
    private static final JobOptions SINGLE = OPTIONS.change().singleChain(true).build();
    /** A job that never ends, for worlds in which every invocation dies: not too many units before a bound ends it. */
    private static final JobOptions ENDLESS = OPTIONS.change().maxHops(8).build();

    private Proof() {}

    /**
     * One world of the seed: one to three chains, faults of all kinds.
     *
     * @return how many chains
     * @throws AssertionError with the transcript of the world, when an invariant is broken
     */
    static int run(long seed) {
        try {
            return run(seed, Transcript.none());
        } catch (RuntimeException | Error e) {
            // The same world once more, with its transcript.
            return run(seed, Transcript.kept());
        }
    }

    private static int run(long seed, Transcript transcript) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomFaults faults = new RandomFaults(random.nextLong());
        boolean single = random.nextInt(4) == 0;
        boolean endless = faults.mortal() && random.nextBoolean();
        boolean narrow = random.nextInt(6) == 0;
        ProofJob.Nature nature = new ProofJob.Nature(
                endless ? Integer.MAX_VALUE : 1 + random.nextInt(50),
                !faults.calm() && random.nextBoolean(),
                narrow ? 1_000 + random.nextInt(2_000) : 0);
        Writers writers = new Writers(faults);
        SimDatabase database = new SimDatabase(!endless && random.nextInt(3) == 0);
        ProofJob job = new ProofJob(endless ? ENDLESS : single ? SINGLE : OPTIONS, nature, database);
        InvariantStore store = new InvariantStore(
                job,
                database,
                new InvariantStore.Nature(LONGEST_LEASE, narrow ? 60_000 : Long.MAX_VALUE, random.nextInt(4) == 0),
                writers::take);
        // Mostly many steps a hop; now and then one, or one that fits no hop at all.
        long base = random.nextInt(20) == 0 ? 5_500 + random.nextInt(6_000) : random.nextInt(900);
        World world = new World(
                store,
                job,
                Tempo.steps(step -> step % 17 == 16 && base > 600 ? 4_000 : base),
                writers,
                GRACES,
                transcript);
        int chains = single ? 2 + random.nextInt(4) : 1 + random.nextInt(3);
        String tenant = random.nextInt(4) == 0 ? "blue" : null;
        for (int chain = 0; chain < chains; chain++) {
            String event = random.nextBoolean()
                    ? "{\"longhaul\":{\"v\":1,\"start\":\"chain " + chain + "\"}}"
                    : "{\"from\":" + chain + "}";
            world.start(event, random.nextInt(single ? 100_000 : 2_000), tenant);
        }
        int signals = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
        for (int each = 0; each < signals; each++) {
            // Now and then one twice.
            int number = random.nextInt(12);
            world.later(random.nextInt(100_000), () -> world.signal("hear", "signal " + number, "" + number));
        }
        boolean stopped = random.nextInt(8) == 0;
        if (stopped) {
            world.later(random.nextInt(20_000), () -> world.requestStop("enough"));
        }
        check(world, store, chains, "seed " + seed, transcript);
        // Above that, steps overrun: they are left behind, and done again.
        if (faults.calm() && base <= 600 && !narrow) {
            check(() -> store.checkCalm(world.swept()), "seed " + seed, transcript);
        }
        return chains;
    }

    /** A store without a limit, for a job that has a target and no more. */
    static InvariantStore roomyStore(ProofJob job, SimDatabase database) {
        return new InvariantStore(job, database, ROOMY, () -> null);
    }

    /** Runs a world to its end and checks every invariant. */
    static void check(World world, InvariantStore store, int chains, String name, Transcript transcript) {
        check(
                () -> {
                    world.run();
                    store.checkEnd(chains);
                    if (world.overslept() > 0) {
                        throw new AssertionError("no runaway: a wait of the engine went on beyond its invocation");
                    }
                    if (world.longestEvent() > LONGEST_EVENT) {
                        throw new AssertionError("no runaway: an event has " + world.longestEvent() + " characters");
                    }
                },
                name,
                transcript);
    }

    /** Checks, and says in which world it was where that fails. */
    static void check(Runnable checked, String name, Transcript transcript) {
        try {
            checked.run();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name + " breaks an invariant: " + e.getMessage() + "\n" + transcript.excerpt(), e);
        }
    }
}

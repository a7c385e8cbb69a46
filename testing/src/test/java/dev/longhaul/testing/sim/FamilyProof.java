package dev.longhaul.testing.sim;

import java.util.SplittableRandom;

/** Runs worlds with the {@link FamilyJob} and checks every invariant in them. */
final class FamilyProof {

    private static final int[] PAUSES = {0, 0, 20_000, 120_000};

    private FamilyProof() {}

    /**
     * One world of the seed: one or two parents with up to ten children each, faults of all kinds.
     *
     * @return how many chains might begin in it
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
        // Now and then steps that are as fast as the store, so that children begin while their parent ends.
        boolean fast = random.nextInt(3) == 0;
        FamilyJob job = new FamilyJob(new FamilyJob.Nature(
                1 + random.nextInt(10),
                1 + random.nextInt(4),
                1 + random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean(),
                !faults.calm() && random.nextBoolean(),
                random.nextInt(fast ? 2 : 6) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE,
                PAUSES[random.nextInt(PAUSES.length)]));
        // And steps that fit no hop, so that a bound ends the parent while its children run.
        boolean slow = !fast && random.nextInt(12) == 0;
        long base = slow ? 5_500 + random.nextInt(6_000) : random.nextInt(fast ? 60 : 1_500);
        boolean calm = faults.calm() && !slow;
        FamilyStore store = new FamilyStore(job, calm);
        World world = new World(
                store,
                job.parents(),
                Tempo.steps(step -> slow && step == 0 ? 1_000 : base),
                faults,
                Proof.GRACES,
                transcript);
        world.add(job.children());
        int parents = 1 + random.nextInt(2);
        String tenant = random.nextInt(4) == 0 ? "blue" : null;
        for (int parent = 0; parent < parents; parent++) {
            world.start("{\"longhaul\":{\"v\":1,\"start\":\"p" + parent + "\"}}", random.nextInt(2_000), tenant);
        }
        boolean stopped = random.nextInt(3) == 0;
        if (stopped) {
            world.later(random.nextInt(20_000), () -> world.requestStop("enough"));
        }
        check(world, store, stopped || job.nature().quitsAt() < Integer.MAX_VALUE, "seed " + seed, transcript);
        if (calm) {
            Proof.check(() -> store.whole().checkCalm(world.swept()), "seed " + seed, transcript);
        }
        return parents * (1 + job.nature().children());
    }

    /** Runs a world to its end and checks every invariant. */
    static void check(World world, FamilyStore store, boolean stopped, String name, Transcript transcript) {
        Proof.check(
                () -> {
                    world.run();
                    store.whole().checkEnd(stopped);
                },
                name,
                transcript);
    }
}

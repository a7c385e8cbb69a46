package dev.longhaul.testing.sim;

import dev.longhaul.testing.sim.Point.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Faults of all kinds, from a seed. */
final class RandomFaults implements FaultPlan {

    private final SplittableRandom random;
    private final double rate;
    private final boolean slow;
    /** After so many points every invocation dies; 0 where they live. */
    private final int mortality;

    private final Map<String, Integer> reached = new HashMap<>();

    RandomFaults(long seed) {
        random = new SplittableRandom(seed);
        // Some worlds are calm, some are not: rare faults alone show what comes of each.
        rate = new double[] {0.0, 0.01, 0.05, 0.15}[random.nextInt(4)];
        slow = random.nextBoolean();
        mortality = rate > 0 && random.nextInt(8) == 0 ? 8 + random.nextInt(20) : 0;
    }

    /** Whether nothing goes wrong, but that the store may be slow. */
    boolean calm() {
        return rate == 0;
    }

    /** Whether every invocation dies when it has worked for a while. */
    boolean mortal() {
        return mortality > 0;
    }

    @Override
    public Fault at(Point point) {
        if (rate == 0 && slow && point.call() != Call.STEP) {
            return new Fault.Stall(random.nextInt(100));
        }
        boolean sweep = point.requestId().equals("sweep");
        if (mortality > 0 && !sweep) {
            String invocation = point.requestId() + '/' + point.attempt();
            // A duplicate has the request id and the attempt of its event, and dies like it.
            return reached.merge(invocation, 1, Integer::sum) % mortality == 0 ? new Fault.CrashAfter() : Fault.NONE;
        }
        if (random.nextDouble() >= rate) {
            return Fault.NONE;
        }
        return switch (random.nextInt(25)) {
            case 0, 1, 2, 3 -> new Fault.CrashBefore();
            case 4, 5, 6, 7 -> new Fault.CrashAfter();
            case 8, 9, 10, 11 -> new Fault.Refused();
            case 12, 13, 14, 15 -> point.call() == Call.STEP ? Fault.NONE : new Fault.AnswerLost();
            case 16, 17, 18, 19 -> new Fault.Stall(random.nextInt(5_000));
            case 20 -> random.nextInt(4) == 0 ? new Fault.StopRequested("enough") : Fault.NONE;
            default -> new Fault.Stall(random.nextInt(200_000));
        };
    }

    @Override
    public long deliveryDelay() {
        return rate > 0 && random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(50);
    }

    @Override
    public long duplicateAfter() {
        if (random.nextDouble() >= rate) {
            return -1;
        }
        return random.nextBoolean() ? random.nextInt(5_000) : random.nextInt(300_000);
    }

    @Override
    public long redeliveryDelay(int attempt) {
        return random.nextInt(4) == 0 ? random.nextInt(1_000) : attempt * 60_000L;
    }

    @Override
    public long clockSkew() {
        return rate == 0 ? 0 : random.nextInt(4_000) - 2_000;
    }
}

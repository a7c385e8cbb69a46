package dev.longhaul.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What a soak is to be: its size, and the troubles that are drawn for it.
 *
 * @param seed of all that is drawn
 * @param chains how many, half of them in each store
 * @param legs of each chain
 * @param legMillis how long each takes
 * @param full whether outages are as long as real ones
 */
record Plan(long seed, int chains, int legs, int legMillis, boolean full) {

    private static final String PROPERTY = "longhaul.soak";

    /** Kinds of trouble. */
    enum Kind {
        /** A function's process is killed. */
        KILL(4, 5),
        /** A function's process is stopped, and goes on after some seconds. */
        FREEZE(9, 10),
        /** A function's process is stopped until its deadline is over. */
        FREEZE_BEYOND(25, 60),
        /** The PostgreSQL server is stopped, and started again on its data. */
        RESTART(40, 300),
        /** DynamoDB can't be reached. */
        CUT(40, 300),
        /** The service that the chains call can't be reached. */
        AWAY(40, 360),
        /** A chain is stopped by its operator, and resumed. */
        STOP(10, 20),
        /** The next version of the code is deployed, or the one before. */
        DEPLOY(20, 300),
        /** An event that was delivered long ago comes again. */
        LATE_EVENT(5, 5),
        /** A chain is sent a letter, now and then twice. */
        LETTER(1, 2);

        private final int shortSeconds;
        private final int fullSeconds;

        /** With the mean time between two of them, in the short form and in the full one. */
        Kind(int shortSeconds, int fullSeconds) {
            this.shortSeconds = shortSeconds;
            this.fullSeconds = fullSeconds;
        }
    }

    /**
     * A trouble.
     *
     * @param atMillis after the beginning
     * @param draw chooses whom it meets
     * @param lastsMillis how long, where it lasts
     */
    record Trouble(long atMillis, Kind kind, int draw, long lastsMillis) {}

    /** As the system properties say: {@code longhaul.soak.minutes} for the full form, else the short one. */
    static Plan fromProperties() {
        long seed = Long.getLong(PROPERTY + ".seed", new Random().nextInt(1_000_000_000));
        int minutes = Integer.getInteger(PROPERTY + ".minutes", 0);
        boolean full = minutes > 0;
        int legMillis = full ? 1_000 : 100;
        int legs = full ? minutes * 60_000 / legMillis : 200;
        return new Plan(seed, Integer.getInteger(PROPERTY + ".chains", full ? 50 : 8), legs, legMillis, full);
    }

    /** The timeout of the functions: in the full form longer hops, for many chains to share two cores. */
    Duration timeout() {
        return Duration.ofSeconds(full ? 18 : 12);
    }

    /** The command that draws the same again. */
    String replay() {
        return "mvn -o -q verify -pl proof -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -D" + PROPERTY
                + ".seed=" + seed + " -D" + PROPERTY + ".chains=" + chains
                + (full ? " -D" + PROPERTY + ".minutes=" + legs * legMillis / 60_000 : "");
    }

    /** The time that the chains would need if nothing came in between. */
    long calmMillis() {
        return (long) legs * legMillis;
    }

    /** How long the soak may take, on a machine that does something else besides. */
    Duration longest() {
        return Duration.ofMillis(2 * calmMillis()).plusMinutes(4);
    }

    /** The troubles in the order of their times: the same for the same seed. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Random random = new Random(seed * 31 + kind.name().hashCode());
            long between = 1_000L * (full ? kind.fullSeconds : kind.shortSeconds);
            // The first within half of that, for the short form to see each kind.
            long at = between / 2 - random.nextInt((int) between / 4);
            while (at < calmMillis()) {
                troubles.add(new Trouble(at, kind, random.nextInt(1 << 20), lasts(kind, random)));
                at += between / 2 + random.nextInt((int) between);
            }
        }
        troubles.sort(Comparator.comparingLong(Trouble::atMillis));
        return troubles;
    }

    private long lasts(Kind kind, Random random) {
        return switch (kind) {
            case FREEZE -> 1_000 + random.nextInt(3_000);
            case FREEZE_BEYOND -> timeout().plusSeconds(8).toMillis();
            case RESTART, CUT -> full ? 30_000 : 3_000;
            case AWAY -> full ? 60_000 : 4_000;
            default -> 0;
        };
    }
}

package dev.longhaul.proof;

import java.util.Random;

/** What one step of a voyage meets. The same for the same seed, chain and number, so that the truth is known. */
enum Leg {
    /** It works. */
    CALM,
    /** It hangs when it is tried first. */
    FOG,
    /** It throws when it is tried first and again. */
    STORM,
    /** It works, and leaves its thread and its process otherwise than it found them. */
    FLOTSAM,
    /** It writes a row in a transaction that its checkpoint joins. */
    CARGO,
    /** It works, and checkpoints by itself. */
    MOORED;

    /** Of a hundred legs, these end behind so many. */
    private static final int FOGS = 1;

    private static final int STORMS = 6;
    private static final int FLOTSAMS = 14;
    private static final int CARGOES = 34;
    private static final int MOORINGS = 42;

    static Leg of(long seed, String chain, int number, boolean database) {
        int drawn = new Random(seed * 31 + chain.hashCode() * 1_000_003L + number).nextInt(100);
        if (drawn < FOGS) {
            return FOG;
        } else if (drawn < STORMS) {
            return STORM;
        } else if (drawn < FLOTSAMS) {
            return FLOTSAM;
        } else if (drawn < CARGOES) {
            return database ? CARGO : CALM;
        }
        return drawn < MOORINGS ? MOORED : CALM;
    }
}

package dev.longhaul.runtime.engine;

/** A number that looks random, made of what differs between chains and tries: so that a run in virtual time can be repeated. */
final class Jitter {

    private Jitter() {}

    /** From 0 to below 1; the same for the same seed and number. */
    static double of(long seed, int number) {
        // The finalizer of SplitMix64, which spreads each bit of the seed over all bits.
        long mixed = (seed + number) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}

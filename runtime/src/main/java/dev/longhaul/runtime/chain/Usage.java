package dev.longhaul.runtime.chain;

/**
 * What a chain has used of what its bounds allow.
 *
 * @param claims the invocations that have claimed the chain, however they ended
 * @param billedMillis the time that they took, at most, up to the last commit
 * @param stalledHops the invocations in a row, the present one included, that have committed no work
 * @param next the step that is to be done next
 * @param sweeps how often the sweeper has sent the next hop since it was claimed last
 * @param waits how often a hop has left the chain to wait
 * @param since from where the bounds are counted
 */
public record Usage(
        int claims, long billedMillis, int stalledHops, NextStep next, int sweeps, int waits, Baseline since) {

    /** What a chain has used that its first invocation has just claimed. */
    public static Usage first(long now) {
        return new Usage(1, 0, 1, NextStep.FREE, 0, 0, new Baseline(0, 0, 0, 0, now));
    }

    /** This usage, after one more claim. */
    public Usage withClaim() {
        return new Usage(claims + 1, billedMillis, stalledHops + 1, next, 0, waits, since);
    }

    /** This usage, with another billed time. */
    public Usage withBilledMillis(long value) {
        return new Usage(claims, value, stalledHops, next, sweeps, waits, since);
    }

    /** This usage, with another number of invocations in a row that committed nothing. */
    public Usage withStalledHops(int value) {
        return new Usage(claims, billedMillis, value, next, sweeps, waits, since);
    }

    /** This usage, with another number of tries that failed, and the time of the next one. */
    public Usage withFailedAttempts(int value, long notBefore) {
        return new Usage(claims, billedMillis, stalledHops, new NextStep(value, notBefore), sweeps, waits, since);
    }

    /** This usage, with another time before which the next step may not begin. */
    public Usage withNotBefore(long value) {
        return withFailedAttempts(failedAttempts(), value);
    }

    /** This usage, after one more wait without an invocation: one that waits does not stand still. */
    public Usage withWait() {
        NextStep awaited = new NextStep(failedAttempts(), 0);
        return new Usage(claims, billedMillis, 0, awaited, sweeps, waits + 1, since);
    }

    /** How often the next step has thrown since work was committed last. */
    public int failedAttempts() {
        return next.failedAttempts();
    }

    /** When the next step may begin, in milliseconds of the epoch; 0 where it need not wait. */
    public long notBefore() {
        return next.notBefore();
    }

    /** The waits that count towards the bound. */
    public int waitsCounted() {
        return waits - since.waits();
    }

    /** This usage, with another number of sweeps. */
    public Usage withSweeps(int value) {
        return new Usage(claims, billedMillis, stalledHops, next, value, waits, since);
    }

    /** This usage, with all bounds counted from a hop, and from now. */
    public Usage countedFrom(int hop, long now) {
        return withBaseline(new Baseline(hop, claims, billedMillis, waits, now));
    }

    /** This usage, with all bounds counted from a new beginning. */
    public Usage withBaseline(Baseline value) {
        return new Usage(claims, billedMillis, 0, NextStep.FREE, sweeps, waits, value);
    }

    /**
     * The step that is to be done next.
     *
     * @param failedAttempts how often it has thrown since work was committed last
     * @param notBefore when it may begin, in milliseconds of the epoch; 0 where it need not wait
     */
    public record NextStep(int failedAttempts, long notBefore) {

        /** One that was not tried yet. */
        public static final NextStep FREE = new NextStep(0, 0);
    }

    /**
     * From where the bounds of a chain are counted: its beginning, or where it was resumed last.
     *
     * @param hop the first hop that counts
     * @param claims the claims before it
     * @param billedMillis what had been billed before it
     * @param waits the waits before it
     * @param at when that was, in milliseconds of the epoch
     */
    public record Baseline(int hop, int claims, long billedMillis, int waits, long at) {}
}

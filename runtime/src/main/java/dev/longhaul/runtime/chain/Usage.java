package dev.longhaul.runtime.chain;

/**
 * What a chain has used of what its bounds allow.
 *
 * @param claims the invocations that have claimed the chain, however they ended
 * @param billedMillis the time that they took, at most, up to the last commit
 * @param stalledHops the invocations in a row, the present one included, that have committed no work
 * @param failedAttempts how often the next step has thrown since work was committed last
 * @param retryAt when a step that threw may be tried again, in milliseconds of the epoch; 0 where none has thrown
 * @param sweeps how often the sweeper has sent the next hop since it was claimed last
 * @param since from where the bounds are counted
 */
public record Usage(
        int claims, long billedMillis, int stalledHops, int failedAttempts, long retryAt, int sweeps, Baseline since) {

    /** What a chain has used that its first invocation has just claimed. */
    public static Usage first(long now) {
        return new Usage(1, 0, 1, 0, 0, 0, new Baseline(0, 0, 0, now));
    }

    /** This usage, after one more claim. */
    public Usage withClaim() {
        return new Usage(claims + 1, billedMillis, stalledHops + 1, failedAttempts, retryAt, 0, since);
    }

    /** This usage, with another billed time. */
    public Usage withBilledMillis(long value) {
        return new Usage(claims, value, stalledHops, failedAttempts, retryAt, sweeps, since);
    }

    /** This usage, with another number of invocations in a row that committed nothing. */
    public Usage withStalledHops(int value) {
        return new Usage(claims, billedMillis, value, failedAttempts, retryAt, sweeps, since);
    }

    /** This usage, with another number of tries that failed, and the time of the next one. */
    public Usage withFailedAttempts(int value, long next) {
        return new Usage(claims, billedMillis, stalledHops, value, next, sweeps, since);
    }

    /** This usage, with another number of sweeps. */
    public Usage withSweeps(int value) {
        return new Usage(claims, billedMillis, stalledHops, failedAttempts, retryAt, value, since);
    }

    /** This usage, with all bounds counted from a hop, and from now. */
    public Usage countedFrom(int hop, long now) {
        return withBaseline(new Baseline(hop, claims, billedMillis, now));
    }

    /** This usage, with all bounds counted from a new beginning. */
    public Usage withBaseline(Baseline value) {
        return new Usage(claims, billedMillis, 0, 0, 0, sweeps, value);
    }

    /**
     * From where the bounds of a chain are counted: its beginning, or where it was resumed last.
     *
     * @param hop the first hop that counts
     * @param claims the claims before it
     * @param billedMillis what had been billed before it
     * @param at when that was, in milliseconds of the epoch
     */
    public record Baseline(int hop, int claims, long billedMillis, long at) {}
}

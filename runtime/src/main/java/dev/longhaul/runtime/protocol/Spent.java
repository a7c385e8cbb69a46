package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Usage.Baseline;

/**
 * What a chain has used since its beginning, or since it was resumed last: what its bounds are compared with.
 *
 * @param hops the hops that have begun, those that ended by a wait apart
 * @param waits the waits without an invocation
 * @param claims the invocations that have claimed the chain
 * @param billedMillis the time that they took, at most, up to now
 * @param durationMillis the time since then, waits included; to its end where the chain has ended
 */
public record Spent(int hops, int waits, long claims, long billedMillis, long durationMillis) {

    /**
     * What a chain has used since it was resumed last.
     *
     * @param now the present time in milliseconds of the epoch
     */
    public static Spent sinceResumed(ChainRecord chain, long now) {
        Baseline since = chain.usage().since();
        return new Spent(
                begun(chain) - since.hop() - chain.usage().waitsCounted(),
                chain.usage().waitsCounted(),
                (long) chain.usage().claims() - since.claims(),
                billed(chain, now) - since.billedMillis(),
                end(chain, now) - since.at());
    }

    /**
     * What a chain has used in all.
     *
     * @param now the present time in milliseconds of the epoch
     */
    public static Spent inAll(ChainRecord chain, long now) {
        return new Spent(
                begun(chain) - chain.usage().waits(),
                chain.usage().waits(),
                chain.usage().claims(),
                billed(chain, now),
                end(chain, now) - chain.startedAt());
    }

    private static int begun(ChainRecord chain) {
        return chain.status() == ChainStatus.HANDED_OFF || chain.status() == ChainStatus.WAITING
                ? chain.hop()
                : chain.hop() + 1;
    }

    /** What a chain has been billed by now, with what a running invocation has not said yet. */
    static long billed(ChainRecord chain, long now) {
        long unsaid = chain.status() == ChainStatus.RUNNING ? Claims.lost(chain, now) : 0;
        return chain.billedMillis() + unsaid;
    }

    private static long end(ChainRecord chain, long now) {
        return chain.status().terminal() ? chain.updatedAt() : now;
    }
}

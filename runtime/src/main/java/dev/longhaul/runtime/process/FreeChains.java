package dev.longhaul.runtime.process;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the chains of a job that nobody runs and that have not ended: handed off to whoever finds them, their wait over, or their invocation dead. It
 * writes nothing: of several processes that find one, the claim decides who runs it. Thread-safe.
 */
final class FreeChains {

    private static final int PAGE = 100;

    private final CheckpointStore store;
    private final String job;
    private final HopLog log;

    FreeChains(CheckpointStore store, String job, HopLog log) {
        this.store = store;
        this.job = job;
        this.log = log;
    }

    /**
     * Those that have been free for longest.
     *
     * @param most how many are wanted, above 0
     * @param wanted which of the job's
     */
    List<ChainRecord> find(long now, int most, Predicate<ChainRecord> wanted) {
        // A table may have chains of other jobs, which are for others: they hide none.
        for (int limit = PAGE; ; limit *= 2) {
            Listing page = store.overdue(now, limit);
            List<ChainRecord> found = page.chains().stream()
                    .filter(chain -> chain.job().equals(job) && !chain.status().terminal())
                    .filter(wanted)
                    .limit(most)
                    .toList();
            if (found.size() == most || page.chains().size() < limit || limit > Integer.MAX_VALUE / 2) {
                page.unreadable().forEach(log::unreadable);
                return found;
            }
        }
    }
}

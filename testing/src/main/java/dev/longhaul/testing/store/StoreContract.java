package dev.longhaul.testing.store;

import dev.longhaul.runtime.store.CheckpointStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The contract of {@link CheckpointStore}, as named checks that any test framework can run. Each throws {@link
 * AssertionError} where the store does not keep it, and uses jobs and chains of its own, so that all of them can run on
 * one store, in any order.
 */
public final class StoreContract {

    private StoreContract() {}

    /** One promise of a store's. */
    @FunctionalInterface
    public interface Check {

        /** Throws {@link AssertionError} where it is not kept. */
        void run() throws Exception;
    }

    /** Overwrites the stored record of a chain with something that is none, past the store. */
    @FunctionalInterface
    public interface Damage {

        /** Leaves what indexes look at as it is. */
        void to(String job, String chainId) throws Exception;
    }

    /**
     * The checks by their names, and those of what a store makes of records that it can't read.
     *
     * @param open opens the store, the same records each time; it is called more than once
     */
    public static Map<String, Check> checks(Supplier<CheckpointStore> open, Damage damage) {
        DamageChecks damages = new DamageChecks(open, damage);
        Map<String, Check> checks = checks(open);
        checks.put("a record that can't be read is an error that names the chain", damages::named);
        checks.put("overdue chains are found beside records that can't be read", damages::overdue);
        checks.put("the chains of a job are listed beside records that can't be read", damages::listed);
        return checks;
    }

    /**
     * The checks by their names.
     *
     * @param open opens the store, the same records each time; it is called more than once
     */
    public static Map<String, Check> checks(Supplier<CheckpointStore> open) {
        WriteChecks writes = new WriteChecks(open);
        ListChecks lists = new ListChecks(open);
        RaceChecks races = new RaceChecks(open);
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("an unknown chain has no record", writes::unknown);
        checks.put("a chain is created once", writes::createdOnce);
        checks.put("a write must follow the stored revision", writes::follows);
        checks.put("a write is read at once, by another opening of the store too", writes::readAtOnce);
        checks.put("a record with every field comes back as it was", writes::full);
        checks.put("ids and states of all kinds come back as they were", writes::unicode);
        checks.put("a state of 300 KB comes back as it was", writes::large);
        checks.put("names, texts and depths of any size come back as they were", writes::sizes);
        checks.put("a record of the limit is accepted, and one above is refused", writes::limit);
        checks.put("an ended chain can be resumed", writes::resumed);
        checks.put("overdue chains come longest overdue first", lists::overdueOrder);
        checks.put("a chain that has ended or has a lease is not overdue", lists::notOverdue);
        checks.put("a chain that has ended is overdue as long as its end is to be told", lists::untold);
        checks.put("an ended chain is kept until it expires", lists::expiry);
        checks.put("the chains of a job come newest first", lists::newestFirst);
        checks.put("of 16 writers of one revision, one wins", races::oneWins);
        checks.put("of 16 that create one chain, one wins", races::oneCreates);
        checks.put("no write is lost under contention", races::noneLost);
        return checks;
    }
}

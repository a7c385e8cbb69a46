package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.util.List;

/**
 * What a look for overdue chains found.
 *
 * @param chains those whose lease is over, longest first
 * @param unreadable why other records could not be looked at: one that is corrupt must not keep the rest from being swept
 */
public record Overdue(List<ChainRecord> chains, List<RuntimeException> unreadable) {

    /** Copies both lists. */
    public Overdue {
        chains = List.copyOf(chains);
        unreadable = List.copyOf(unreadable);
    }

    /** What was found where every record could be read. */
    public static Overdue of(List<ChainRecord> chains) {
        return new Overdue(chains, List.of());
    }
}

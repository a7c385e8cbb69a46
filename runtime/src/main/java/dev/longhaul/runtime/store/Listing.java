package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.util.List;

/**
 * What a look for many chains found. A record that can't be read is told beside the others, and takes the place of none.
 *
 * @param chains those that were looked for, as many as were wanted
 * @param unreadable one failure for each record that was met and can't be read; it names the chain or its place
 */
public record Listing(List<ChainRecord> chains, List<RuntimeException> unreadable) {

    /** Copies both lists. */
    public Listing {
        chains = List.copyOf(chains);
        unreadable = List.copyOf(unreadable);
    }

    /** What was found where every record could be read. */
    public static Listing of(List<ChainRecord> chains) {
        return new Listing(chains, List.of());
    }
}

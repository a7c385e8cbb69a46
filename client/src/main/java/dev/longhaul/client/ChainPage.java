package dev.longhaul.client;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Some chains of a job, the one that was updated last first. Immutable; each call of {@link #next} reads from the store.
 *
 * <p>Chains go on while somebody turns pages: each comes once at most, as it was when its page was read, and one that is
 * updated meanwhile may come on no page.
 */
public final class ChainPage {

    /** So many are asked of the store at least, for what a filter leaves of them. */
    private static final int LEAST_LOOK = 100;

    private final Source source;
    private final Set<String> seen;
    private final List<ChainRecord> chains;
    private final List<String> unreadable;
    private final boolean last;

    private record Source(CheckpointStore store, String job, ChainFilter filter, int size) {}

    private ChainPage(
            Source source, Set<String> seen, List<ChainRecord> chains, List<String> unreadable, boolean last) {
        this.source = source;
        this.seen = seen;
        this.chains = List.copyOf(chains);
        this.unreadable = List.copyOf(unreadable);
        this.last = last;
    }

    static ChainPage first(CheckpointStore store, String job, ChainFilter filter, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a page of " + size + " chains has none. Ask for 1 or more.");
        }
        return read(new Source(store, job, filter, size), Set.of());
    }

    private static ChainPage read(Source source, Set<String> before) {
        for (long look = Math.max(LEAST_LOOK, 2L * source.size() + before.size()); ; look *= 2) {
            int limit = (int) Math.min(Integer.MAX_VALUE, look);
            Listing listing = source.store().list(source.job(), limit);
            List<ChainRecord> wanted = listing.chains().stream()
                    .filter(chain -> source.filter().wants(chain) && !before.contains(chain.chainId()))
                    .limit(source.size() + 1L)
                    .toList();
            boolean all = listing.chains().size() < limit;
            if (wanted.size() > source.size() || all) {
                return page(source, before, wanted, listing);
            }
        }
    }

    private static ChainPage page(Source source, Set<String> before, List<ChainRecord> wanted, Listing listing) {
        List<ChainRecord> chains = wanted.subList(0, Math.min(source.size(), wanted.size()));
        Set<String> seen = new HashSet<>(before);
        chains.forEach(chain -> seen.add(chain.chainId()));
        List<String> unreadable = new ArrayList<>();
        listing.unreadable().forEach(failure -> unreadable.add(String.valueOf(failure.getMessage())));
        return new ChainPage(source, seen, chains, unreadable, wanted.size() <= source.size());
    }

    /** The chains. */
    public List<ChainRecord> chains() {
        return chains;
    }

    /** What is wrong with records of the job that were met and can't be read; each names its chain or place. */
    public List<String> unreadable() {
        return unreadable;
    }

    /** Whether a page was behind this one when it was read. */
    public boolean hasNext() {
        return !last;
    }

    /**
     * The page behind this one; empty behind the last.
     *
     * @throws dev.longhaul.runtime.store.StoreUnavailableException when the store can't be reached
     */
    public Optional<ChainPage> next() {
        return last ? Optional.empty() : Optional.of(read(source, seen));
    }
}

package dev.longhaul.client;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which chains are wanted. Immutable.
 *
 * @param statuses how they stand
 * @param updatedSince when they committed last, at the earliest
 * @param prefix how their ids begin
 */
public record ChainFilter(Set<ChainStatus> statuses, Instant updatedSince, String prefix) {

    /** All chains. */
    public static final ChainFilter ALL = new ChainFilter(EnumSet.allOf(ChainStatus.class), Instant.EPOCH, "");

    /** Copies the set. */
    public ChainFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Those that have not ended. */
    public static ChainFilter living() {
        EnumSet<ChainStatus> statuses = EnumSet.allOf(ChainStatus.class);
        statuses.removeIf(ChainStatus::terminal);
        return ALL.withStatuses(statuses);
    }

    /** Those that stand so. */
    public static ChainFilter of(ChainStatus... statuses) {
        return ALL.withStatuses(Set.copyOf(Arrays.asList(statuses)));
    }

    /** This filter, for chains that stand otherwise. */
    public ChainFilter withStatuses(Set<ChainStatus> value) {
        return new ChainFilter(value, updatedSince, prefix);
    }

    /** This filter, for chains that have committed since then. */
    public ChainFilter withUpdatedSince(Instant value) {
        return new ChainFilter(statuses, value, prefix);
    }

    /** This filter, for chains whose ids begin so. */
    public ChainFilter withPrefix(String value) {
        return new ChainFilter(statuses, updatedSince, value);
    }

    boolean wants(ChainRecord chain) {
        return statuses.contains(chain.status())
                && chain.updatedAt() >= updatedSince.toEpochMilli()
                && chain.chainId().startsWith(prefix);
    }
}

package dev.longhaul.client;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.ParentChain;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which chains are wanted. Immutable.
 *
 * @param statuses how they stand
 * @param updatedSince when they committed last, at the earliest
 * @param prefix how their ids begin
 * @param parent the chain that has started them, or null for all
 */
public record ChainFilter(
        Set<ChainStatus> statuses,
        Instant updatedSince,
        String prefix,
        @Nullable Parent parent) {

    /**
     * A chain that starts others.
     *
     * @param job its job
     * @param chainId its id
     */
    public record Parent(String job, String chainId) {

        private boolean isOf(ChainRecord chain) {
            ParentChain of = chain.identity().parent();
            return of != null && of.job().equals(job) && of.chainId().equals(chainId);
        }
    }

    /** All chains. */
    public static final ChainFilter ALL = new ChainFilter(EnumSet.allOf(ChainStatus.class), Instant.EPOCH, "", null);

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
        return new ChainFilter(value, updatedSince, prefix, parent);
    }

    /** This filter, for chains that have committed since then. */
    public ChainFilter withUpdatedSince(Instant value) {
        return new ChainFilter(statuses, value, prefix, parent);
    }

    /** This filter, for chains whose ids begin so. */
    public ChainFilter withPrefix(String value) {
        return new ChainFilter(statuses, updatedSince, value, parent);
    }

    /** This filter, for the children of a chain. */
    public ChainFilter withParent(String job, String chainId) {
        return new ChainFilter(statuses, updatedSince, prefix, new Parent(job, chainId));
    }

    boolean wants(ChainRecord chain) {
        return statuses.contains(chain.status())
                && chain.updatedAt() >= updatedSince.toEpochMilli()
                && chain.chainId().startsWith(prefix)
                && (parent == null || parent.isOf(chain));
    }
}

package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moves on the slot of a job that has one living chain at a time. Pure functions. Times are milliseconds of the epoch.
 *
 * <p>A slot is a record beside the chains, whose {@code owner} is the id of the chain that may live. A start reserves it,
 * writes its chain, and confirms it before the first step. A reservation holds while its chain is alive, or, where no such
 * chain has been written yet, as long as the invocation that wants to write it. Nobody frees a slot: the end of its chain
 * does.
 */
public final class Slots {

    /** The id of every slot; jobs tell them apart. */
    public static final String ID = "single";

    private Slots() {}

    /** The job that slots are stored under: no job can have that name. */
    public static String job(String job) {
        return job + ".single";
    }

    /** Whether a slot is reserved for a chain by an invocation that may still write it, or confirmed by the chain. */
    public static boolean belongsTo(ChainRecord slot, String chainId, long now) {
        return slot.owner().equals(chainId) && now < slot.leaseUntil();
    }

    /**
     * Whether another chain may have the slot.
     *
     * @param holder the chain that the slot belongs to, or null where it has not been written
     */
    public static boolean free(ChainRecord slot, @Nullable ChainRecord holder, long now) {
        return holder == null ? now >= slot.leaseUntil() : holder.status().terminal();
    }

    /**
     * Gives the slot to a chain.
     *
     * @param slot the slot as it is, or null where there is none yet
     */
    public static ChainRecord reserve(@Nullable ChainRecord slot, String job, String chainId, Claimant claimant) {
        if (slot == null) {
            return first(job, chainId, claimant);
        }
        return slot.change()
                .owner(chainId)
                .leaseUntil(claimant.leaseUntil())
                .updatedAt(claimant.now())
                .build();
    }

    /** Writes the slot anew for the chain that has it, so that who wanted it meanwhile finds it changed. */
    public static ChainRecord confirm(ChainRecord slot, long now) {
        return slot.change().updatedAt(now).build();
    }

    /** A slot counts as ended, for no sweep to find it, and never expires. */
    private static ChainRecord first(String job, String chainId, Claimant claimant) {
        long now = claimant.now();
        Identity identity = Identity.first(job(job), ID, claimant.tenantId(), now, claimant.requestId());
        Position position = Position.first(chainId, claimant.functionArn(), claimant.leaseUntil(), now)
                .withStatus(ChainStatus.COMPLETED);
        return ChainRecord.first(identity, position, Work.none(null), List.of());
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Slots;
import dev.longhaul.runtime.store.CheckpointStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets one chain of a job live at a time.
 *
 * <p>Reserving alone would not do: a start could reserve the slot, be held up for longer than its lease, and write its
 * chain when the slot is long another one's. Confirming changes the slot, so of the two one finds it changed.
 */
final class SlotGate {

    private final CheckpointStore store;
    private final Patience patience;

    SlotGate(CheckpointStore store, Patience patience) {
        this.store = store;
        this.patience = patience;
    }

    /** Whether a chain that has not been written yet may be; if not, another one of the job is alive. */
    boolean enter(String job, String chainId, Claimant claimant) {
        Races races = new Races(patience, "another start of the job " + job);
        while (true) {
            ChainRecord slot = read(Slots.job(job), Slots.ID);
            if (slot != null && Slots.belongsTo(slot, chainId, claimant.now())) {
                return true;
            }
            if (slot != null
                    && !slot.owner().equals(chainId)
                    && !Slots.free(slot, read(job, slot.owner()), claimant.now())) {
                return false;
            }
            ChainRecord reserved = Slots.reserve(slot, job, chainId, claimant);
            if (write(reserved)) {
                return true;
            }
            races.lost();
        }
    }

    /** Whether a chain that was claimed, and has not begun to work, has the slot. */
    boolean confirm(ChainRecord chain, Claimant claimant) {
        Races races = new Races(patience, "another start of the job " + chain.job());
        while (true) {
            ChainRecord slot = read(Slots.job(chain.job()), Slots.ID);
            if (slot != null && !slot.owner().equals(chain.chainId())) {
                return false;
            }
            ChainRecord mine = slot == null
                    ? Slots.reserve(null, chain.job(), chain.chainId(), claimant)
                    : Slots.confirm(slot, claimant.now());
            if (write(mine)) {
                return true;
            }
            races.lost();
        }
    }

    private @Nullable ChainRecord read(String job, String chainId) {
        return patience.with(() -> store.read(job, chainId)).orElse(null);
    }

    private boolean write(ChainRecord slot) {
        return patience.with(() -> store.write(slot));
    }
}

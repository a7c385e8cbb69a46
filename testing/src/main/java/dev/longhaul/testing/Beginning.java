package dev.longhaul.testing;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.testing.sim.World;

/** How the chain of a run begins. */
sealed interface Beginning {

    /** Puts it into a world in which nothing has happened. */
    void in(World world, CheckpointStore store);

    /** By a start event. */
    record Event(String json) implements Beginning {

        @Override
        public void in(World world, CheckpointStore store) {
            world.start(json, 0);
        }
    }

    /** From a checkpoint: by the hop that comes next, or by a resume where the chain has ended. */
    record Checkpoint(ChainRecord chain) implements Beginning {

        @Override
        public void in(World world, CheckpointStore store) {
            world.beginAt(Math.max(chain.leaseUntil(), chain.updatedAt()) + 1);
            // In this store it is new.
            store.write(new ChainRecord(
                    chain.identity(),
                    1,
                    chain.position(),
                    chain.work(),
                    chain.usage(),
                    chain.ending(),
                    chain.history()));
            String event = chain.status().terminal()
                    ? Envelope.resume(chain.chainId())
                    : NextHop.of(chain).event();
            world.start(event, 0, chain.identity().tenantId());
        }
    }
}

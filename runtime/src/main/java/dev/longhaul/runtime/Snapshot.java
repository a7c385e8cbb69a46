package dev.longhaul.runtime;

import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.store.StoreException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function with SnapStart does around its snapshot, by CRaC's hooks, which AWS's runtime calls. Before it, what the first
 * calls need is loaded, and all that is open is closed; after it, everything is made anew, with credentials and connections of
 * its own.
 */
final class Snapshot implements Resource {

    /** The name of a chain that nobody starts. */
    private static final String NOBODYS = "longhaul/snapshot";

    private final String job;
    private final Surroundings before;
    private final Runnable renew;

    private Snapshot(String job, Surroundings before, Runnable renew) {
        this.job = job;
        this.before = before;
        this.renew = renew;
    }

    /**
     * Asks to be called around the snapshot. The answer is to be kept, since CRaC holds it weakly.
     *
     * @param before what is used until then
     * @param renew makes it anew
     */
    static Snapshot register(String job, Surroundings before, Runnable renew) {
        Snapshot snapshot = new Snapshot(job, before, renew);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        warmUp();
        before.store().close();
        before.continuation().close();
    }

    private void warmUp() {
        try {
            if (!before.store().keepsNothing()) {
                before.store().read(job, NOBODYS);
            }
            before.continuation().warmUp();
        } catch (StoreException | IllegalArgumentException e) {
            // A function whose store is away while its version is published starts all the same, only later.
            before.log().notice("the snapshot is taken before the store was read: " + e.getMessage());
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        renew.run();
    }
}

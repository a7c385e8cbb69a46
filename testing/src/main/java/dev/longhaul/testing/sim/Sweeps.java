package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.sweep.Sweeper;
import java.util.List;

/** The sweeper of a world, which runs every minute while a chain is open. */
final class Sweeps {

    private static final long EVERY = 60_000;

    private final World world;
    private final Jobs jobs;
    private final Scheduler scheduler;
    private final CheckpointStore store;
    private final FaultPlan plan;
    private final Graces graces;
    private int swept;

    Sweeps(World world, Jobs jobs, Scheduler scheduler, CheckpointStore store, FaultPlan plan, Graces graces) {
        this.world = world;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.store = store;
        this.plan = plan;
        this.graces = graces;
    }

    /** How many hops it had to send. */
    int sent() {
        return swept;
    }

    void begin() {
        scheduler.at(scheduler.now() + EVERY, this::sweepAgain);
    }

    private void sweepAgain() {
        scheduler.spawnAt(scheduler.now(), () -> {
            SimProcess process = new SimProcess(scheduler, plan.clockSkew(), 60_000);
            Calls calls = new Calls(world, process, "sweep", 1);
            try {
                swept += new Sweeper(
                                new SimStore(store, calls, process),
                                world.continuation(calls),
                                process,
                                world.log("sweep"),
                                graces,
                                world.others.ends(calls))
                        .sweep(() -> true)
                        .sent();
            } catch (RuntimeException | Killed e) {
                world.note("sweep", () -> "ended early: " + e.getMessage());
            }
            if (!jobs.open().isEmpty() || scheduler.expectsMore()) {
                scheduler.at(nextSweep(), this::sweepAgain);
            }
        });
    }

    /** In a minute; where all chains wait, those sweeps are left out that would find none of them over. */
    private long nextSweep() {
        List<ChainRecord> open = jobs.open();
        long next = scheduler.now() + EVERY;
        if (open.isEmpty() || open.stream().anyMatch(chain -> chain.status() != ChainStatus.WAITING)) {
            return next;
        }
        long wake = open.stream().mapToLong(ChainRecord::leaseUntil).min().getAsLong();
        long until = Math.min(wake, scheduler.nextAt());
        return until <= next ? next : next - Math.floorDiv(next - until, EVERY) * EVERY;
    }
}

package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.engine.HopControl;
import java.sql.Connection;

/** The engine's side of a hop, for a job whose work between two looks at the time takes virtual time. */
final class SimHop implements HopControl {

    private final HopControl hop;
    private final SimProcess process;
    private final long unitMillis;

    SimHop(HopControl hop, SimProcess process, long unitMillis) {
        this.hop = hop;
        this.process = process;
        this.unitMillis = unitMillis;
    }

    @Override
    public String chainId() {
        return hop.chainId();
    }

    @Override
    public int hop() {
        return hop.hop();
    }

    @Override
    public long stepNumber() {
        return hop.stepNumber();
    }

    @Override
    public String idempotencyKey() {
        return hop.idempotencyKey();
    }

    @Override
    public long nowMillis() {
        process.spend(unitMillis);
        return hop.nowMillis();
    }

    @Override
    public long remainingMillis() {
        process.spend(unitMillis);
        return hop.remainingMillis();
    }

    @Override
    public boolean shouldYield() {
        process.spend(unitMillis);
        return hop.shouldYield();
    }

    @Override
    public void checkpoint() {
        hop.checkpoint();
    }

    @Override
    public void checkpoint(Connection transaction) {
        hop.checkpoint(transaction);
    }

    @Override
    public void pauseUntil(long millis) {
        hop.pauseUntil(millis);
    }

    @Override
    public int batchSize(int min, int max) {
        return hop.batchSize(min, max);
    }

    @Override
    public Family family() {
        return hop.family();
    }

    @Override
    public void progress(Progress progress) {
        hop.progress(progress);
    }

    @Override
    public void stop(String reason) {
        hop.stop(reason);
    }
}

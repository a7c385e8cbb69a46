package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;

/** What a job can ask of its hop that no work of the job changes. */
abstract class HopView implements HopControl {

    private final LoopSetting setting;
    private final ChainRecord begun;

    HopView(LoopSetting setting) {
        this.setting = setting;
        this.begun = setting.committer().held();
    }

    @Override
    public String chainId() {
        return begun.chainId();
    }

    @Override
    public int hop() {
        return begun.hop();
    }

    @Override
    public long nowMillis() {
        return setting.clock().nowMillis();
    }

    @Override
    public long remainingMillis() {
        return setting.clock().remainingMillis();
    }

    @Override
    public boolean shouldYield() {
        return setting.clock().flags().shouldYield();
    }

    @Override
    public int batchSize(int min, int max) {
        return setting.batch().ask(min, max);
    }
}

package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.children.Ties;
import java.util.Optional;

/** The way to no children, outside of a hop. */
final class NoTies implements Ties {

    @Override
    public ChainRecord parent() {
        throw outside();
    }

    @Override
    public long nowMillis() {
        throw outside();
    }

    @Override
    public long retentionMillis() {
        throw outside();
    }

    @Override
    public void start(String job, String event) {
        throw outside();
    }

    @Override
    public String chainId(String name) {
        throw outside();
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        throw outside();
    }

    @Override
    public void stop(String job, String chainId, String reason) {
        throw outside();
    }

    private static IllegalStateException outside() {
        return new IllegalStateException("children are started and joined in a hop, and this job object is in none");
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.children.Ties;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.protocol.Functions;
import dev.longhaul.runtime.protocol.Tenants;
import java.util.Optional;

/** The way from a hop to the children of its chain. */
final class FamilyTies implements Ties {

    private final Surroundings surroundings;
    private final Invocation invocation;
    private final Committer committer;
    private final Patience patience;

    FamilyTies(Surroundings surroundings, Invocation invocation, Committer committer, Patience patience) {
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.committer = committer;
        this.patience = patience;
    }

    @Override
    public ChainRecord parent() {
        return committer.held();
    }

    @Override
    public long nowMillis() {
        return surroundings.time().nowMillis();
    }

    @Override
    public long retentionMillis() {
        return surroundings.graces().retention();
    }

    @Override
    public void start(String job, String event) {
        String function = Functions.ofJob(job, invocation.functionArn(), parent().job());
        NextHop first = new NextHop(function, event, invocation.traceHeader(), invocation.tenantId());
        try {
            patience.with(() -> {
                surroundings.continuation().send(first);
                return first;
            });
        } catch (ContinuationException e) {
            if (e.worthRetrying()) {
                throw e;
            }
            // As a step that throws: it is tried again, and in the end the chain fails with this reason.
            throw new IllegalStateException(
                    "a child of the job " + job + " could not be started by " + function + ": " + e.getMessage()
                            + " Deploy that job, and let the parent's role invoke its function.",
                    e);
        }
    }

    @Override
    public String chainId(String name) {
        return Tenants.chainId(name, invocation.tenantId());
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return patience.with(() -> surroundings.store().read(job, chainId));
    }

    @Override
    public void stop(String job, String chainId, String reason) {
        ChainControl control = new ChainControl(
                surroundings.store(), surroundings.continuation(), surroundings.time(), surroundings.graces());
        try {
            patience.with(() -> control.requestStop(job, chainId, reason));
        } catch (MoveRefusedException e) {
            // It has ended, or it has not begun: then it finds its parent stopped.
            return;
        }
    }
}

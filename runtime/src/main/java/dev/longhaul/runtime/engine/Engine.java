package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.ChainEvent.Continue;
import dev.longhaul.runtime.event.ChainEvent.Start;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.job.JobFactory;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claim.Granted;
import dev.longhaul.runtime.protocol.Claim.Refused;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.CarriedStore;
import dev.longhaul.runtime.store.CheckpointStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the invocations of one job: each claims its chain, or drops its event. Thread-safe; what belongs to an invocation
 * lives in its {@link Hop}.
 */
public final class Engine {

    private final JobFactory factory;
    private final Surroundings surroundings;
    private final Bounds bounds;

    /**
     * An engine for a job.
     *
     * @throws IllegalArgumentException when the store can't do what the job's options ask for
     */
    public Engine(JobFactory factory, Surroundings surroundings) {
        this.factory = factory;
        this.surroundings = surroundings;
        this.bounds = Bounds.of(factory.options());
        if (factory.options().singleChain() && surroundings.store() instanceof CarriedStore) {
            throw new IllegalArgumentException(
                    "LONGHAUL_STORE is payload:, which can't tell whether an earlier chain is" + " alive, and "
                            + factory.options().name() + " has a schedule. Use another store.");
        }
    }

    /**
     * Runs one invocation to its end.
     *
     * @param document the event as JSON
     * @throws EventException when the event is neither a start event nor a continuation; nothing was written
     * @throws Exception when the hop could not be ended properly; Lambda then delivers the event again
     */
    public Answer run(String document, Invocation invocation) throws Exception {
        // Before anything that may take long, for what it says of the function's timeout.
        long begunWith = invocation.remainingMillis().getAsLong();
        String job = factory.options().name();
        ChainEvent event = Envelope.read(document, job);
        String chainId = chainId(event, invocation);
        Patience patience = new Patience(surroundings.time(), invocation.remainingMillis());
        CheckpointStore store = InvocationStore.of(surroundings.store(), event, job);
        boolean single = factory.options().singleChain();
        boolean checked = false;
        while (true) {
            ChainRecord current = patience.with(() -> store.read(job, chainId)).orElse(null);
            if (current == null && event instanceof Start start && !checked) {
                check(start);
                checked = true;
            }
            Claimant claimant = claimant(invocation);
            SlotGate gate = new SlotGate(store, patience);
            if (current == null && single && event instanceof Start && !gate.enter(job, chainId, claimant)) {
                surroundings.log().skipped(job, chainId);
                return Answer.skipped(chainId);
            }
            Claim claim = claim(event, current, chainId, claimant);
            if (claim instanceof Granted granted) {
                if (patience.with(() -> store.write(granted.next()))) {
                    Failure bound = bound(current);
                    if (bound == null && single && granted.next().state() == null) {
                        bound = gate.confirm(granted.next(), claimant) ? null : Bounds.singleChain();
                    }
                    return run(store, granted, bound, begunWith, invocation, patience);
                }
                // Somebody was faster, or the answer to this very write was lost: then it is this request's to take
                // over, under an epoch of its own, as it is where the same event was delivered twice at once.
                continue;
            }
            int hop = event instanceof Continue next ? next.hop() : 0;
            String reason = ((Refused) claim).reason().name();
            surroundings.log().droppedDuplicate(job, chainId, hop, reason);
            return Answer.dropped(chainId, hop);
        }
    }

    private Answer run(
            CheckpointStore store,
            Granted granted,
            @Nullable Failure bound,
            long begunWith,
            Invocation invocation,
            Patience patience)
            throws Exception {
        surroundings.log().claimed(granted.next(), granted.takeover());
        Ledger ledger = new Ledger(store, patience, granted.next());
        return new Hop(surroundings, invocation, factory, ledger, patience).run(bound, begunWith);
    }

    private Claimant claimant(Invocation invocation) {
        long now = surroundings.time().nowMillis();
        long lease =
                surroundings.graces().lease(now, invocation.remainingMillis().getAsLong());
        return new Claimant(invocation.requestId(), invocation.functionArn(), now, lease);
    }

    private Claim claim(ChainEvent event, @Nullable ChainRecord current, String chainId, Claimant claimant) {
        if (event instanceof Start start) {
            return Claims.start(current, factory.options().name(), chainId, start.input(), claimant);
        }
        return Claims.proceed(current, ((Continue) event).hop(), claimant);
    }

    private @Nullable Failure bound(@Nullable ChainRecord before) {
        return before == null
                ? null
                : bounds.forbids(before, before.hop(), surroundings.time().nowMillis());
    }

    private void check(Start start) {
        try {
            factory.checkEvent(new StateReader(start.input()));
        } catch (IOException | RuntimeException e) {
            throw new StartEventException(factory.options().name(), e);
        }
    }

    private static String chainId(ChainEvent event, Invocation invocation) {
        if (event instanceof Continue next) {
            return next.chainId();
        }
        String name = ((Start) event).name();
        return name == null ? invocation.requestId() : name;
    }
}

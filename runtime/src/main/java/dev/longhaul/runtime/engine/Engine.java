package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.engine.Admission.Verdict.Admitted;
import dev.longhaul.runtime.engine.Admission.Verdict.TurnedAway;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.ChainEvent.Operation;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.operate.Operations;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.store.CheckpointStore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the invocations of one job: each claims its chain, or drops its event. Thread-safe; what belongs to an invocation
 * lives in its {@link Hop}.
 */
public final class Engine {

    private final JobFactory factory;
    private final Surroundings surroundings;
    private final Bounds bounds;
    private final AtomicLong lastHandoff = new AtomicLong();

    /**
     * An engine for a job.
     *
     * @throws IllegalArgumentException when the store can't do what the job's options ask for
     */
    public Engine(JobFactory factory, Surroundings surroundings) {
        this.factory = factory;
        this.surroundings = surroundings;
        this.bounds = Bounds.of(factory.options());
        if (factory.options().singleChain() && surroundings.store().keepsNothing()) {
            throw new IllegalArgumentException(
                    "LONGHAUL_STORE is payload:, which can't tell whether an earlier chain is alive, and "
                            + factory.options().name()
                            + " has one living chain at a time, by its schedule or singleChain. Use another store.");
        }
    }

    /**
     * Runs one invocation to its end.
     *
     * @param document the event as JSON
     * @return a {@link HopAnswer}, or an {@link OperationAnswer} where the event is an operator's
     * @throws EventException when the event is neither a start event nor an envelope; nothing was written
     * @throws Exception when the hop could not be ended properly; Lambda then delivers the event again
     */
    public Answer run(String document, Invocation invocation) throws Exception {
        // Before anything that may take long, for what it says of the function's timeout.
        long begunWith = invocation.remainingMillis().getAsLong();
        ThreadGuard guard = new ThreadGuard();
        guard.clean();
        try {
            return run(document, invocation, begunWith);
        } finally {
            guard.clean();
        }
    }

    private Answer run(String document, Invocation invocation, long begunWith) throws Exception {
        ChainEvent event = Envelope.read(document, factory.options().name());
        Patience patience = new Patience(surroundings.time(), invocation.remainingMillis());
        if (event instanceof Operation operation) {
            return new OperationAnswer(
                    patience.with(() -> operations().answer(operation, invocation.requestId(), invocation.tenantId())));
        }
        return hop(event, invocation, patience, begunWith);
    }

    private HopAnswer hop(ChainEvent event, Invocation invocation, Patience patience, long begunWith) throws Exception {
        CheckpointStore store = InvocationStore.of(
                surroundings.store(), event, factory.options().name());
        Bounds allowed = invocation.inProcess() ? bounds.withoutBilledTime() : bounds;
        Admission admission = new Admission(factory, surroundings, allowed, invocation, store, patience);
        Admission.Verdict verdict = admission.admit(event);
        if (verdict instanceof TurnedAway away) {
            return away.answer();
        }
        Admitted admitted = (Admitted) verdict;
        long renewal = invocation.inProcess() ? surroundings.graces().process() : 0;
        Committer committer = new Committer(store, patience, admitted.chain(), renewal);
        Measured measured = new Measured(surroundings.log(), lastHandoff);
        return new Hop(surroundings, invocation, factory, allowed, committer, patience, measured)
                .run(admitted.bound(), begunWith);
    }

    private Operations operations() {
        ChainControl control = new ChainControl(
                surroundings.store(), surroundings.continuation(), surroundings.time(), surroundings.graces());
        return new Operations(
                factory.options(), factory::checkSignal, surroundings.store(), control, surroundings.time());
    }
}

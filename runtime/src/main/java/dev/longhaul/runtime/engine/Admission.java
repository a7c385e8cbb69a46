package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.ChainEvent.Continue;
import dev.longhaul.runtime.event.ChainEvent.Start;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claim.Granted;
import dev.longhaul.runtime.protocol.Claim.Refused;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.protocol.Tenants;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.CheckpointStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides whether an invocation may have the chain that its event speaks of, and writes its claim. */
final class Admission {

    /** What became of a claim. */
    sealed interface Verdict {

        /** The chain is this invocation's, which a bound may forbid to work on it. */
        record Admitted(ChainRecord chain, @Nullable Failure bound) implements Verdict {}

        /** It is not, and this is what the invocation answers. */
        record TurnedAway(HopAnswer answer) implements Verdict {}
    }

    private final JobFactory factory;
    private final Surroundings surroundings;
    private final Bounds bounds;
    private final Invocation invocation;
    private final CheckpointStore store;
    private final Patience patience;
    private final String job;

    Admission(
            JobFactory factory,
            Surroundings surroundings,
            Bounds bounds,
            Invocation invocation,
            CheckpointStore store,
            Patience patience) {
        this.factory = factory;
        this.surroundings = surroundings;
        this.bounds = bounds;
        this.invocation = invocation;
        this.store = store;
        this.patience = patience;
        this.job = factory.options().name();
    }

    /**
     * Claims the chain of an event.
     *
     * @throws StartEventException when the job can't read its start event; nothing was written
     * @throws UnknownChainException when there is no such chain, or it is another tenant's
     */
    Verdict admit(ChainEvent event) {
        String chainId = chainId(event);
        SlotGate gate = new SlotGate(store, patience);
        Races races = new Races(patience, "another invocation that wants the chain, or a store that reads late,");
        RecordRoom room = RecordRoom.of(store);
        boolean checked = false;
        while (true) {
            ChainRecord current = patience.with(() -> store.read(job, chainId)).orElse(null);
            Claimant claimant = claimant();
            if (current == null && event instanceof Start start) {
                if (!checked) {
                    check(start);
                    checked = true;
                }
                if (single() && !gate.enter(job, chainId, claimant)) {
                    surroundings.log().skipped(job, chainId);
                    return new Verdict.TurnedAway(HopAnswer.skipped(chainId));
                }
            }
            Claim claim = claim(event, current, chainId, claimant);
            if (claim instanceof Refused refused) {
                return turnedAway(event, chainId, current, refused);
            }
            Granted granted = (Granted) claim;
            ChainRecord next = room.checked(noticed(granted.next()));
            if (patience.with(() -> store.write(next))) {
                surroundings.log().claimed(next, granted.takeover());
                return new Verdict.Admitted(next, forbidden(current, next, gate, claimant));
            }
            // Somebody was faster, or the answer to this very write was lost: then it is this request's to take over,
            // under an epoch of its own, as it is where the same event was delivered twice at once.
            races.lost();
        }
    }

    private boolean single() {
        return factory.options().singleChain();
    }

    private Claimant claimant() {
        long now = surroundings.time().nowMillis();
        Graces graces = surroundings.graces();
        long lease = invocation.inProcess()
                ? now + graces.process()
                : graces.lease(now, invocation.remainingMillis().getAsLong());
        return new Claimant(invocation.requestId(), invocation.functionArn(), invocation.tenantId(), now, lease);
    }

    private Claim claim(ChainEvent event, @Nullable ChainRecord current, String chainId, Claimant claimant) {
        if (event instanceof Start start) {
            Claim claim = Claims.start(current, job, chainId, start.input(), claimant);
            return claim instanceof Granted granted && current == null ? ofParent(granted, start) : claim;
        }
        return Claims.proceed(current, ((Continue) event).hop(), claimant);
    }

    /** Whoever ends the chain need not know whether its end is to be told: its record says so. */
    private ChainRecord noticed(ChainRecord claimed) {
        int notices = surroundings.ends().notices();
        return claimed.ending().notices() == notices
                ? claimed
                : claimed.with(claimed.ending().withNotices(notices));
    }

    private static Granted ofParent(Granted first, Start start) {
        ChainRecord next = first.next();
        return new Granted(next.with(next.identity().withParent(start.parent())), false);
    }

    private @Nullable Failure forbidden(
            @Nullable ChainRecord before, ChainRecord claimed, SlotGate gate, Claimant claimant) {
        Failure bound = before == null
                ? null
                : bounds.forbids(
                        before,
                        before.usage(),
                        before.hop(),
                        surroundings.time().nowMillis());
        if (bound == null && single() && claimed.state() == null && !gate.confirm(claimed, claimant)) {
            return Bounds.singleChain();
        }
        if (bound == null && claimed.state() == null && parentIsGone(claimed)) {
            return Bounds.parentStopped();
        }
        return bound;
    }

    /**
     * Whether the children of its parent were stopped while its start event was on its way. The parent asks to be stopped
     * before it looks for children, and a child begins before it looks for that: one of the two sees the other.
     */
    private boolean parentIsGone(ChainRecord claimed) {
        ParentChain parent = claimed.identity().parent();
        if (parent == null) {
            return false;
        }
        ChainRecord record =
                patience.with(() -> store.read(parent.job(), parent.chainId())).orElse(null);
        return record != null
                && record.inbox().news().stops()
                && (record.stopRequested() != null || record.status().terminal());
    }

    private Verdict turnedAway(ChainEvent event, String chainId, @Nullable ChainRecord current, Refused refused) {
        int hop = event instanceof Continue next ? next.hop() : 0;
        switch (refused.reason()) {
            case UNKNOWN -> throw UnknownChainException.of(job, chainId, store.name());
            case OTHER_TENANT -> throw UnknownChainException.ofAnotherTenant(job, chainId);
            case DUPLICATE, ENDED -> {
                if (current != null && event instanceof Continue && sentOn(current, hop)) {
                    return new Verdict.TurnedAway(HopAnswer.of(current, hop));
                }
                surroundings.log().droppedDuplicate(job, chainId, hop, refused.reason());
                return new Verdict.TurnedAway(
                        event instanceof Start start && start.name() != null && current != null
                                ? HopAnswer.dropped(current)
                                : HopAnswer.dropped(chainId, hop));
            }
        }
        throw new IllegalStateException("no such reason: " + refused.reason());
    }

    /** Whether the event is a timer that has come too early, and is sent on until the wait is over. */
    private boolean sentOn(ChainRecord current, int hop) {
        if (current.status() != ChainStatus.WAITING || current.hop() != hop) {
            return false;
        }
        long left = current.leaseUntil() - surroundings.time().nowMillis();
        return patience.with(() -> surroundings.continuation().sendLater(NextHop.of(current), left));
    }

    private void check(Start start) {
        try {
            factory.checkEvent(new StateReader(start.input()));
        } catch (IOException | RuntimeException e) {
            throw new StartEventException(job, e);
        }
    }

    private String chainId(ChainEvent event) {
        if (event instanceof Continue next) {
            return next.chainId();
        }
        String name = ((Start) event).name();
        return name == null ? invocation.requestId() : Tenants.chainId(name, invocation.tenantId());
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.job.BoundReachedException;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Commits.Work;
import dev.longhaul.runtime.store.CarriedStore;
import dev.longhaul.runtime.time.Time;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ways out of a hop: handed off, completed, failed, stopped. Each commits first; the handoff then sends the next hop,
 * as the last thing that it does, and throws nothing once that was accepted.
 */
final class Exits {

    private final Surroundings surroundings;
    private final Invocation invocation;
    private final Ledger ledger;
    private final Patience patience;
    private final Bounds bounds;
    private final Consumer<Throwable> failureHook;
    private final Time time;

    Exits(
            Surroundings surroundings,
            Invocation invocation,
            JobOptions options,
            Ledger ledger,
            Patience patience,
            Consumer<Throwable> failureHook) {
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.ledger = ledger;
        this.patience = patience;
        this.bounds = Bounds.of(options);
        this.failureHook = failureHook;
        this.time = surroundings.time();
    }

    static Failure failure(Throwable thrown) {
        String message = thrown.getMessage();
        return new Failure(thrown.getClass().getName(), message == null ? "" : message);
    }

    /** Leaves the chain to its next hop, or ends it where a bound forbids that hop. */
    Answer handedOff(@Nullable Work work) {
        int hop = ledger.held().hop();
        Failure forbidden = forbidden(work);
        if (forbidden != null) {
            return bound(work, forbidden);
        }
        ChainRecord left = ledger.commit(held -> handOff(held, work));
        sendNext(left);
        return Answer.of(left, hop);
    }

    /**
     * Hands off from the last checkpoint, on the watchdog's thread, while the step goes on: what it does is lost.
     *
     * @return whether that is settled; false while the handler commits, which may be the end of the step
     */
    boolean abandon(Thread handler) {
        try {
            return !ledger.open() || abandoned(handler);
        } catch (RuntimeException e) {
            // Redelivery and sweep take the chain from here: nobody else listens on this thread.
            surroundings.log().trouble(ledger.held(), "handing off from an overrunning step", e);
            return true;
        }
    }

    private boolean abandoned(Thread handler) {
        ChainRecord before = ledger.held();
        Failure forbidden = forbidden(null);
        ChainRecord left = ledger.tryCommitOnStored(held ->
                forbidden == null ? handOff(held, null) : finish(held, ChainStatus.STOPPED, null, forbidden, null));
        if (left == null) {
            return false;
        }
        surroundings.log().overran(before, handler.getStackTrace());
        if (forbidden == null) {
            sendNext(left);
        } else {
            ended(left);
        }
        return true;
    }

    /** Ends a chain whose job is done. */
    Answer completed(Work work, String result) {
        return ended(ledger.commit(held -> finish(held, ChainStatus.COMPLETED, work, null, result)));
    }

    /** Ends a chain that was asked to stop. */
    Answer stopped(@Nullable Work work, String reason) {
        Failure why = new Failure("StopRequested", reason);
        return ended(ledger.commit(held -> finish(held, ChainStatus.STOPPED, work, why, null)));
    }

    /** Ends a chain that has met a bound. */
    Answer bound(@Nullable Work work, Failure bound) {
        return ended(ChainStatus.STOPPED, work, bound, new BoundReachedException(bound.message()));
    }

    /** Ends a chain by a failure or a bound, after the job was told. */
    Answer ended(ChainStatus status, @Nullable Work work, Failure failure, Throwable thrown) {
        if (work != null) {
            ledger.commit(held -> Commits.checkpoint(held, work, time.nowMillis()));
        }
        if (!bounds.beyondHooks(ledger.held())) {
            failureHook.accept(thrown);
        }
        return ended(ledger.commit(held -> finish(held, status, null, failure, null)));
    }

    private @Nullable Failure forbidden(@Nullable Work work) {
        ChainRecord held = ledger.held();
        long now = time.nowMillis();
        ChainRecord standing = work == null ? held : Commits.checkpoint(held, work, now);
        return bounds.forbids(standing, held.hop() + 1, now);
    }

    /** The bound that this hop has met while it runs, or null. */
    @Nullable
    Failure met() {
        return bounds.meets(ledger.held(), time.nowMillis());
    }

    private ChainRecord handOff(ChainRecord held, @Nullable Work work) {
        long now = time.nowMillis();
        return Commits.handOff(held, work, now, now + surroundings.graces().handoff());
    }

    private ChainRecord finish(
            ChainRecord held,
            ChainStatus status,
            @Nullable Work work,
            @Nullable Failure failure,
            @Nullable String result) {
        long now = time.nowMillis();
        return Commits.finish(
                held,
                status,
                work,
                failure,
                result,
                now,
                now + surroundings.graces().retention());
    }

    private void sendNext(ChainRecord left) {
        String record = surroundings.store() instanceof CarriedStore ? ChainJson.write(left) : null;
        String event = Envelope.continuation(left.job(), left.chainId(), left.hop(), record);
        NextHop next = new NextHop(invocation.functionArn(), event, invocation.traceHeader(), invocation.tenantId());
        surroundings.log().handedOff(left, invocation.remainingMillis().getAsLong());
        patience.with(() -> {
            surroundings.continuation().send(next);
            return left;
        });
    }

    private Answer ended(ChainRecord end) {
        surroundings.log().ended(end);
        return Answer.of(end, end.hop());
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Usage;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ParentNotice;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.job.BoundReachedException;
import dev.longhaul.runtime.log.Activity;
import dev.longhaul.runtime.log.HopFigures;
import dev.longhaul.runtime.protocol.Advance;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.time.Time;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a hop ends: handed off, left waiting, completed, failed, stopped. Each commits first; the handoff then sends the next hop,
 * as the last thing that it does, and throws nothing once that was accepted.
 */
final class HopEnds {

    private final Surroundings surroundings;
    private final Invocation invocation;
    private final Bounds bounds;
    private final Committer committer;
    private final Patience patience;
    private final Attempts attempts;
    private final Measured measured;
    private final Time time;

    HopEnds(
            Surroundings surroundings,
            Invocation invocation,
            Bounds bounds,
            Committer committer,
            Patience patience,
            Attempts attempts,
            Measured measured) {
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.bounds = bounds;
        this.committer = committer;
        this.patience = patience;
        this.attempts = attempts;
        this.measured = measured;
        this.time = surroundings.time();
    }

    /** Leaves the chain to its next hop, or ends it where a bound forbids that hop. */
    HopAnswer handedOff(@Nullable Advance advance) {
        int hop = committer.held().hop();
        Failure forbidden = forbidden(advance);
        if (forbidden != null) {
            return bound(advance, forbidden);
        }
        ChainRecord left = committer.commit(held -> handOff(held, advance));
        sendNext(left);
        return HopAnswer.of(left, hop);
    }

    /** Leaves a chain without an invocation until its wait is over, or ends it where a bound forbids that. */
    HopAnswer leftWaiting(@Nullable Advance advance, long until) {
        ChainRecord held = committer.held();
        long now = time.nowMillis();
        Usage usage = Commits.usage(held, advance, now).withWait();
        Failure forbidden = bounds.forbids(held, usage, held.hop() + 1, now);
        if (forbidden != null) {
            return bound(advance, forbidden);
        }
        long wake = bounds.wake(held, until);
        ChainRecord left = committer.commit(base -> {
            // It may have been asked for while this was on its way, and nobody would see it before the wait is over.
            String stop = base.stopRequested();
            if (stop != null) {
                if (Commits.stopsChildren(base, advance)) {
                    return handOff(base, advance);
                }
                return finish(base, ChainStatus.STOPPED, advance, Interventions.stopped(stop));
            }
            // So may a signal have come, or what it waits for of its children: each wakes a chain that waits.
            return base.inbox().isEmpty() && !Commits.isEnough(base, advance)
                    ? Commits.waiting(base, advance, time.nowMillis(), wake)
                    : handOff(base, advance);
        });
        if (left.status().terminal()) {
            return answered(left);
        }
        if (left.status() == ChainStatus.HANDED_OFF) {
            sendNext(left);
        } else {
            tellFigures(left);
            surroundings.log().waiting(left);
            WaitTimer.set(surroundings, left);
        }
        return HopAnswer.of(left, held.hop());
    }

    /** Leaves the rest of a wait to the next hop, or ends the chain where a bound forbids that. */
    HopAnswer handedOffWaiting(@Nullable Advance advance, long until) {
        int hop = committer.held().hop();
        Failure forbidden = forbidden(advance);
        // That it stood still is what it was to do.
        if (forbidden != null && !forbidden.kind().equals(Bounds.MAX_STALLED_HOPS)) {
            return bound(advance, forbidden);
        }
        ChainRecord left = committer.commit(held -> {
            long now = time.nowMillis();
            return Commits.handOffWaiting(
                    held, advance, until, now, now + surroundings.graces().handoff());
        });
        sendNext(left);
        return HopAnswer.of(left, hop);
    }

    /**
     * Hands off from the last checkpoint, on the watchdog's thread, while the step goes on: what it does is lost.
     *
     * @return whether that is settled; false while the handler commits, which may be the end of the step
     */
    boolean abandon(Thread handler) {
        try {
            return !committer.open() || abandoned(handler);
        } catch (RuntimeException e) {
            // Redelivery and sweep take the chain from here: nobody else listens on this thread.
            surroundings.log().trouble(committer.held(), Activity.HANDING_OFF_WITHOUT_STEP, e);
            return true;
        }
    }

    private boolean abandoned(Thread handler) {
        ChainRecord before = committer.held();
        // Where children are to be stopped, the next hop does that, in which the bound forbids everything else.
        Failure forbidden = Commits.stopsChildren(before, null) ? null : forbidden(null);
        ChainRecord left = committer.tryCommitOnStored(held ->
                forbidden == null ? handOff(held, null) : finish(held, ChainStatus.STOPPED, null, ended(forbidden)));
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

    /** Ends a chain whose job is done; null where a signal has come meanwhile, which the job has to take first. */
    @Nullable
    HopAnswer completed(Advance advance, String result) {
        Ending ending = Ending.NONE.withResult(result);
        ChainRecord left = committer.commit(held -> held.inbox().isEmpty()
                ? finish(held, ChainStatus.COMPLETED, advance, ending)
                : Commits.checkpoint(held, advance, time.nowMillis()));
        return left.status().terminal() ? answered(left) : null;
    }

    /** Ends a chain that was asked to stop. */
    HopAnswer stopped(@Nullable Advance advance, String reason) {
        Ending ending = Interventions.stopped(reason);
        if (stopsChildren(advance, reason)) {
            return answered(committer.commit(held -> finish(held, ChainStatus.STOPPED, null, ending)));
        }
        return answered(committer.commit(held -> finish(held, ChainStatus.STOPPED, advance, ending)));
    }

    /** Ends a chain that has met a bound. */
    HopAnswer bound(@Nullable Advance advance, Failure bound) {
        return ended(ChainStatus.STOPPED, advance, bound, new BoundReachedException(bound.message()));
    }

    /** Ends a chain that can't go on, after the job was told. */
    HopAnswer failed(Throwable thrown) {
        return ended(ChainStatus.FAILED, null, Failure.of(thrown), thrown);
    }

    /** Ends a chain that can't go on, for a reason that the job has nothing to do with. */
    HopAnswer failed(Failure failure) {
        return ended(ChainStatus.FAILED, null, failure, new BoundReachedException(failure.message()));
    }

    private HopAnswer ended(ChainStatus status, @Nullable Advance advance, Failure failure, Throwable thrown) {
        if (advance != null) {
            committer.commit(held -> Commits.checkpoint(held, advance, time.nowMillis()));
        }
        if (!bounds.beyondHooks(committer.held())) {
            attempts.tell(thrown);
        }
        stopsChildren(null, failure.message());
        return answered(committer.commit(held -> finish(held, status, null, ended(failure))));
    }

    /**
     * Stops the children that are to be stopped with the chain, where there are any. That the chain is about to end is
     * committed first, for a child that begins meanwhile to see it.
     */
    private boolean stopsChildren(@Nullable Advance advance, String reason) {
        if (!Commits.stopsChildren(committer.held(), advance)) {
            return false;
        }
        committer.commit(held -> Commits.ending(held, advance, reason, time.nowMillis()));
        attempts.stopChildren(reason);
        return true;
    }

    private @Nullable Failure forbidden(@Nullable Advance advance) {
        ChainRecord held = committer.held();
        long now = time.nowMillis();
        return bounds.forbids(held, Commits.usage(held, advance, now), held.hop() + 1, now);
    }

    private ChainRecord handOff(ChainRecord held, @Nullable Advance advance) {
        long now = time.nowMillis();
        return Commits.handOff(held, advance, now, now + surroundings.graces().handoff());
    }

    private ChainRecord finish(ChainRecord held, ChainStatus status, @Nullable Advance advance, Ending ending) {
        long now = time.nowMillis();
        Ending kept = ending.withExpiresAt(now + surroundings.graces().retention());
        ChainRecord end = Commits.finish(held, status, advance, kept, now);
        // This invocation tells it at once; should it die before that, a sweep does.
        return end.untold()
                ? end.with(end.position()
                        .withLeaseUntil(now + surroundings.graces().handoff()))
                : end;
    }

    private static Ending ended(Failure failure) {
        return Ending.NONE.withFailure(failure);
    }

    private void sendNext(ChainRecord left) {
        String record = surroundings.store().keepsNothing() ? ChainJson.write(left) : null;
        String event = Envelope.continuation(left.job(), left.chainId(), left.hop(), record);
        NextHop next = new NextHop(invocation.functionArn(), event, invocation.traceHeader(), invocation.tenantId());
        tellFigures(left);
        surroundings.log().handedOff(left, invocation.remainingMillis().getAsLong(), measured.late());
        patience.with(() -> {
            long before = time.nowMillis();
            surroundings.continuation().send(next);
            measured.handoff(time.nowMillis() - before);
            return left;
        });
    }

    private void tellFigures(ChainRecord left) {
        long remaining = invocation.remainingMillis().getAsLong();
        long checkpoint = measured.durations().checkpoint();
        surroundings.log().hop(left, HopFigures.of(left, bounds.price(), checkpoint, remaining));
    }

    private HopAnswer answered(ChainRecord end) {
        ended(end);
        return HopAnswer.of(end, end.hop());
    }

    private void ended(ChainRecord end) {
        tellFigures(end);
        surroundings.log().ended(end);
        try {
            patience.with(() -> {
                long now = time.nowMillis();
                long claimBy = now + surroundings.graces().handoff();
                ParentNotice.of(end, surroundings.store(), surroundings.continuation(), now, claimBy);
                return end;
            });
        } catch (RuntimeException e) {
            // The chain has ended all the same, and its parent looks for itself.
            surroundings.log().trouble(end, Activity.TELLING_PARENT, e);
        }
        if (end.untold() && invocation.remainingMillis().getAsLong() > Ends.LONGEST_MILLIS) {
            tellOthers(end);
        }
    }

    private void tellOthers(ChainRecord end) {
        try {
            surroundings.ends().tell(end);
            surroundings.store().write(Interventions.told(end));
        } catch (IOException | RuntimeException e) {
            // The chain has ended all the same, and the sweeper tells it.
            surroundings.log().trouble(end, Activity.TELLING_END, e);
        }
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.job.Retry;
import dev.longhaul.runtime.log.HopTracer.HopTrace;
import dev.longhaul.runtime.log.HopTraces;
import dev.longhaul.runtime.log.LogContext;
import dev.longhaul.runtime.protocol.Advance;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import dev.longhaul.runtime.watchdog.Durations;
import dev.longhaul.runtime.watchdog.Flags;
import dev.longhaul.runtime.watchdog.Watchdog;
import dev.longhaul.runtime.watchdog.WatchdogRule;
import dev.longhaul.runtime.watchdog.Watched;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One hop of a chain that this invocation has claimed: tries, watchdog, and the way out. */
final class Hop {

    /** What a step may name at the most: no chain lives longer. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(366);

    private final Surroundings surroundings;
    private final Invocation invocation;
    private final JobFactory factory;
    private final Committer committer;
    private final Time time;
    private final WatchdogRule rule;
    private final Measured measured;
    private final HopClock clock;
    private final Attempts attempts;
    private final HopEnds ends;
    private final BatchSize batch;
    private final Watchdog watchdog;
    private final int number;

    Hop(
            Surroundings surroundings,
            Invocation invocation,
            JobFactory factory,
            Bounds bounds,
            Committer committer,
            Patience patience,
            Measured measured) {
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.factory = factory;
        this.committer = committer;
        this.time = surroundings.time();
        this.measured = measured;
        this.number = committer.held().hop();
        JobOptions options = factory.options();
        this.rule = new WatchdogRule(
                options.timing().safeMillis(),
                options.timing().tickMillis(),
                options.timing().adaptive(),
                options.timing().maxStepMillis());
        Flags flags = new Flags();
        this.clock = new HopClock(
                time,
                patience,
                flags,
                invocation.remainingMillis(),
                !surroundings.store().keepsNothing());
        this.batch = new BatchSize(options.timing(), committer.held(), time);
        this.attempts = new Attempts(
                factory,
                new LoopSetting(
                        options,
                        committer,
                        clock,
                        measured,
                        bounds,
                        batch,
                        new FamilyTies(surroundings, invocation, committer, patience)),
                surroundings.log());
        this.ends = new HopEnds(surroundings, invocation, bounds, committer, patience, attempts, measured);
        Thread handler = Thread.currentThread();
        Watched watched = new Watched() {

            @Override
            public void prepare() {
                surroundings.continuation().prepare();
            }

            @Override
            public boolean askedToEnd() {
                return bounds.meets(committer.held(), time.nowMillis()) != null || committer.disturbed();
            }

            @Override
            public boolean abandon() {
                return ends.abandon(handler);
            }
        };
        this.watchdog = new Watchdog(invocation.remainingMillis(), measured::durations, rule, flags, watched);
    }

    /**
     * Runs the hop to its end.
     *
     * @param bound the bound that forbids it, or null
     * @param begunWith the milliseconds that were left at the very beginning of the invocation
     */
    HopAnswer run(@Nullable Failure bound, long begunWith) throws Exception {
        LogContext.begin(committer.held());
        HopTrace trace = HopTraces.begin(committer.held(), surroundings.log());
        try {
            String stop = committer.stopRequested();
            if (stop != null) {
                return ends.stopped(null, stop);
            }
            if (bound != null) {
                return ends.bound(null, bound);
            }
            if (begunWith <= rule.threshold(Durations.NONE)) {
                return begunLate(begunWith);
            }
            watchdog.start(time, invocation.requestId());
            return work();
        } catch (FencedException e) {
            // Not fenced, and yet not open: the watchdog has handed the chain on while a step was running.
            if (!committer.fenced()) {
                return HopAnswer.of(committer.held(), number);
            }
            surroundings.log().fenced(committer.held());
            return HopAnswer.fenced(committer.held());
        } finally {
            LogContext.end();
            watchdog.close();
            trace.end(committer.held());
        }
    }

    private HopAnswer work() throws Exception {
        while (clock.waited(committer.held().usage().notBefore())) {
            try {
                HopAnswer end = ended(attempts.work());
                if (end != null) {
                    return end;
                }
            } catch (FencedException | StoreUnavailableException | ContinuationException e) {
                throw e;
            } catch (UnreadableStateException | UnreadableSignalException | RecordTooLargeException e) {
                return ends.failed(e);
            } catch (Throwable e) {
                HopAnswer end = afterFailure(Fatal.unless(e));
                if (end != null) {
                    return end;
                }
            }
        }
        return paused(null, committer.held().usage().notBefore());
    }

    private @Nullable HopAnswer ended(LoopEnd end) {
        if (end instanceof LoopEnd.Done done) {
            return ends.completed(done.advance(), done.result());
        }
        if (end instanceof LoopEnd.StopAsked asked) {
            return ends.stopped(asked.advance(), asked.reason());
        }
        if (end instanceof LoopEnd.BoundMet met) {
            return ends.bound(null, met.bound());
        }
        if (end instanceof LoopEnd.Paused paused) {
            return paused(paused.advance(), paused.until());
        }
        tellLateness();
        return ends.handedOff(((LoopEnd.Yielded) end).advance());
    }

    /** How long the last step has taken of the time that is kept for it. Of a threshold that follows the steps, none is near. */
    private void tellLateness() {
        long threshold = rule.threshold(measured.durations());
        long late = Math.max(0, threshold - invocation.remainingMillis().getAsLong());
        measured.late(late);
        if (threshold == rule.safe() && 2 * late >= threshold) {
            surroundings.log().nearMiss(committer.held(), late, threshold);
        }
    }

    /** A long wait is nobody's, the rest of a short one the next hop's. */
    private HopAnswer paused(@Nullable Advance advance, long until) {
        return clock.worthLeaving(until) ? ends.leftWaiting(advance, until) : ends.handedOffWaiting(advance, until);
    }

    /** Counts the failure; the answer of the hop, where it is the last one. */
    private @Nullable HopAnswer afterFailure(Throwable failure) {
        batch.threw();
        ChainRecord held = committer.reload();
        Retry retry = factory.options().retry();
        int failures = held.failedAttempts() + 1;
        surroundings.log().attemptFailed(held, failures, retry.attempts(), failure);
        if (failures >= retry.attempts() || !factory.mayRetry(failure)) {
            return ends.failed(failure);
        }
        long now = time.nowMillis();
        double random = Jitter.of(now + held.chainId().hashCode(), failures);
        long retryAt = time.endOfWait(now + delay(failure, failures, random));
        committer.commit(base -> Commits.failedAttempt(base, batch.next(), retryAt, time.nowMillis()));
        return null;
    }

    private long delay(Throwable failure, int failures, double random) {
        Duration named = factory.retryDelay(failure);
        if (named == null) {
            return factory.options().retry().delay(failures, random);
        }
        return named.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY.toMillis() : named.toMillis();
    }

    /**
     * A hop that has less time from the beginning than it keeps for its handoff. At the chain's first claim that is a
     * function whose timeout is not the declared one: it would hop for ever and never do a step. Later it is an
     * environment that took long to begin: the next hop has another one. A process was asked to leave meanwhile.
     */
    private HopAnswer begunLate(long begunWith) {
        if (committer.held().epoch() > 1 || invocation.inProcess()) {
            return ends.handedOff(null);
        }
        JobOptions options = factory.options();
        return ends.failed(new Failure(
                "TimeoutTooShort",
                "the invocation began with " + begunWith + " ms left, and safeMillis is "
                        + options.timing().safeMillis()
                        + ": no step would ever run. Set the function's timeout to the declared "
                        + options.timing().timeoutMillis() / 1_000 + " s."));
    }
}

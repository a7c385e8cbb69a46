package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.job.BoundReachedException;
import dev.longhaul.runtime.job.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import dev.longhaul.runtime.watchdog.Costs;
import dev.longhaul.runtime.watchdog.Watchdog;
import dev.longhaul.runtime.watchdog.WatchdogRule;
import org.jspecify.annotations.Nullable;

/** One hop of a chain that this invocation has claimed: tries, watchdog, and the way out. */
final class Hop {

    private final Surroundings surroundings;
    private final Invocation invocation;
    private final JobFactory factory;
    private final Ledger ledger;
    private final WatchdogRule rule;
    private final Watchdog watchdog;
    private final Exits exits;
    private final int number;
    private volatile Costs costs = Costs.NONE;

    Hop(Surroundings surroundings, Invocation invocation, JobFactory factory, Ledger ledger, Patience patience) {
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.factory = factory;
        this.ledger = ledger;
        this.number = ledger.held().hop();
        JobOptions options = factory.options();
        this.rule = new WatchdogRule(
                options.safeMillis(), options.tickMillis(), options.adaptive(), options.maxStepMillis());
        this.exits = new Exits(surroundings, invocation, options, ledger, patience, this::tellJob);
        Thread handler = Thread.currentThread();
        this.watchdog = new Watchdog(
                invocation.remainingMillis(), () -> costs, rule, this::askedToEnd, () -> exits.abandon(handler));
    }

    /**
     * Runs the hop to its end.
     *
     * @param bound the bound that forbids it, or null
     * @param begunWith the milliseconds that were left at the very beginning of the invocation
     */
    Answer run(@Nullable Failure bound, long begunWith) throws Exception {
        try {
            Failure forbidden = bound != null ? bound : thinTimeout(begunWith);
            String stop = ledger.stopRequested();
            if (stop != null) {
                return exits.stopped(null, stop);
            }
            if (forbidden != null) {
                ChainStatus status = bound != null ? ChainStatus.STOPPED : ChainStatus.FAILED;
                return exits.ended(status, null, forbidden, new BoundReachedException(forbidden.message()));
            }
            watchdog.start(surroundings.time(), invocation.requestId());
            return work();
        } catch (FencedException e) {
            // Not fenced, and yet not open: the watchdog has handed the chain on while a step was running.
            if (!ledger.fenced()) {
                return Answer.of(ledger.held(), number);
            }
            surroundings.log().fenced(ledger.held());
            return Answer.fenced(ledger.held());
        } finally {
            watchdog.close();
        }
    }

    JobOptions options() {
        return factory.options();
    }

    long remainingMillis() {
        return invocation.remainingMillis().getAsLong();
    }

    void measuredStep(long millis) {
        costs = costs.withStep(millis);
    }

    void measuredCheckpoint(ChainRecord committed, long millis) {
        costs = costs.withCheckpoint(millis);
        surroundings.log().checkpoint(committed, millis);
    }

    /** The bound that the chain has met in this hop, or null. */
    @Nullable
    Failure boundMet() {
        return exits.met();
    }

    /** Whether a long step need not go on; asked on the watchdog's thread. */
    private boolean askedToEnd() {
        return exits.met() != null || ledger.disturbed();
    }

    private Answer work() throws Exception {
        while (true) {
            try {
                return exit(attempt());
            } catch (FencedException | StoreUnavailableException | ContinuationException e) {
                throw e;
            } catch (UnreadableStateException | RecordTooLargeException e) {
                return exits.ended(ChainStatus.FAILED, null, Exits.failure(e), e);
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                Answer end = afterFailure(e);
                if (end != null) {
                    return end;
                }
            }
        }
    }

    private Outcome attempt() throws Exception {
        StepLoop loop = new StepLoop(this, ledger, watchdog, surroundings.time());
        try (Attempt attempt = new Attempt(surroundings.log(), ledger)) {
            attempt.open(factory, loop);
            return loop.run();
        }
    }

    private Answer exit(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return exits.completed(done.work(), done.result());
        }
        if (outcome instanceof Outcome.StopAsked asked) {
            return exits.stopped(asked.work(), asked.reason());
        }
        if (outcome instanceof Outcome.BoundMet met) {
            return exits.bound(null, met.bound());
        }
        return exits.handedOff(((Outcome.Yielded) outcome).work());
    }

    /** Counts the failure, and waits for the next try; the answer of the hop, where there will be none in it. */
    private @Nullable Answer afterFailure(Throwable failure) throws Exception {
        ChainRecord held = ledger.reload();
        int attempts = factory.options().maxStepAttempts();
        int attempt = held.failedAttempts() + 1;
        surroundings.log().attemptFailed(held, attempt, attempts, failure);
        if (attempt >= attempts) {
            return exits.ended(ChainStatus.FAILED, null, Exits.failure(failure), failure);
        }
        Time time = surroundings.time();
        ledger.commit(now -> Commits.failedAttempt(now, time.nowMillis()));
        long spare = Math.max(0, remainingMillis() - rule.threshold(costs));
        time.pause(Math.min(spare, Patience.pause(attempt)));
        return watchdog.shouldYield() ? exits.handedOff(null) : null;
    }

    /** Calls {@code @OnFailure} on a fresh object: before the chain ends, so that a crash here makes it be called again. */
    private void tellJob(Throwable thrown) {
        StepLoop loop = new StepLoop(this, ledger, watchdog, surroundings.time());
        try (Attempt attempt = new Attempt(surroundings.log(), ledger)) {
            attempt.open(factory, loop).fail(thrown);
        } catch (FencedException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            surroundings.log().trouble(ledger.held(), "calling @OnFailure", e);
        }
    }

    /** A function that is given less time than it takes to begin: it would hop for ever and never do a step. */
    private @Nullable Failure thinTimeout(long begunWith) {
        if (begunWith > rule.threshold(costs)) {
            return null;
        }
        return new Failure(
                "TimeoutTooShort",
                "the invocation began with " + begunWith + " ms left, and safeMillis is "
                        + options().safeMillis()
                        + ": no step would ever run. Set the function's timeout to the declared "
                        + options().timeoutMillis() / 1_000 + " s.");
    }
}

package dev.longhaul.testing;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.testing.sim.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a chain. Each {@code assert} method throws an {@link AssertionError} with the whole transcript of the run,
 * or answers this run.
 *
 * @param <J> the job class
 */
public final class ChainRun<J> {

    private final LongRunningHandler<J> handler;
    private final ChainRecord chain;
    private final List<ChainRecord> children;
    private final Transcript transcript;

    ChainRun(LongRunningHandler<J> handler, ChainRecord chain, List<ChainRecord> children, Transcript transcript) {
        this.handler = handler;
        this.chain = chain;
        this.children = List.copyOf(children);
        this.transcript = transcript;
    }

    /** How the chain ended. */
    public ChainStatus status() {
        return chain.status();
    }

    /** The hops that the chain took, from 1. */
    public int hops() {
        return chain.hop() + 1;
    }

    /** The steps that were committed. */
    public long steps() {
        return chain.steps();
    }

    /** What {@code @OnComplete} returned, as JSON; null where the chain did not complete. */
    public @Nullable String result() {
        return chain.result();
    }

    /** Why the chain failed or was stopped; null where it completed. */
    public @Nullable Failure failure() {
        return chain.failure();
    }

    /** The committed state as JSON; null where there was no checkpoint. */
    public @Nullable String state() {
        SavedState state = chain.state();
        return state == null ? null : state.json();
    }

    /** A job object with the committed state. */
    public J job() {
        String state = state();
        try {
            return handler.restored(new StateReader(state == null ? "{}" : state));
        } catch (Exception e) {
            throw new AssertionError(told("the state could not be restored: " + e.getMessage()), e);
        }
    }

    /** The virtual time from the start event to the last commit. */
    public Duration took() {
        return Duration.ofMillis(chain.updatedAt() - chain.startedAt());
    }

    /** The record of the chain as the store has it. */
    public ChainRecord chain() {
        return chain;
    }

    /** The records of the chains that it has started, as the store has them. */
    public List<ChainRecord> children() {
        return children;
    }

    /** What happened, a line for each event, with its virtual time. */
    public String transcript() {
        return transcript.toString();
    }

    /** The chain completed. */
    public ChainRun<J> assertCompleted() {
        return assertEnd(ChainEnd.COMPLETED);
    }

    /**
     * The chain failed.
     *
     * @param exception the exception's class
     */
    public ChainRun<J> assertFailed(Class<? extends Throwable> exception) {
        return assertEnd(ChainEnd.failed(exception));
    }

    /**
     * The chain was stopped.
     *
     * @param kind what stopped it: {@code StopRequested}, or a bound such as {@code MaxHops}
     */
    public ChainRun<J> assertStopped(String kind) {
        return assertEnd(ChainEnd.stopped(kind));
    }

    /** The chain took so many hops. */
    public ChainRun<J> assertHops(int expected) {
        return assertEqual("hops", expected, hops());
    }

    /** So many steps were committed. */
    public ChainRun<J> assertSteps(long expected) {
        return assertEqual("steps", expected, steps());
    }

    /** The result is this JSON, to the letter. */
    public ChainRun<J> assertResult(String json) {
        return assertEqual("result", json, result());
    }

    /** The job with the committed state is as it should be. */
    public ChainRun<J> assertJob(String what, Predicate<? super J> expected) {
        if (!expected.test(job())) {
            throw failed("expected " + what + ", and the state is " + state());
        }
        return this;
    }

    private ChainRun<J> assertEnd(ChainEnd expected) {
        ChainEnd found = ChainEnd.of(chain);
        if (!found.equals(expected)) {
            throw failed("expected " + expected + ", and it was " + found + reason());
        }
        return this;
    }

    /** What the failure says, after a colon; empty where there is none. */
    String reason() {
        Failure failure = chain.failure();
        return failure == null ? "" : ": " + failure.message();
    }

    private ChainRun<J> assertEqual(String what, Object expected, @Nullable Object found) {
        if (!expected.equals(found)) {
            throw failed("expected " + what + " " + expected + ", and found " + found);
        }
        return this;
    }

    private AssertionError failed(String what) {
        return new AssertionError(told(what));
    }

    String told(String what) {
        return "chain " + chain.chainId() + " of " + chain.job() + ": " + what + "\nWhat happened:\n" + excerpt();
    }

    String excerpt() {
        return transcript.excerpt();
    }
}

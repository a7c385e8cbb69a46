package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.job.HopControl;
import dev.longhaul.runtime.job.Job;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Commits.Work;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.time.Time;
import dev.longhaul.runtime.watchdog.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Drives one object of the job from the committed state, step by step. One thread, but for what {@link HopControl} says. */
final class StepLoop implements HopControl {

    private final Hop hop;
    private final Ledger ledger;
    private final Watchdog watchdog;
    private final Time time;
    private final ChainRecord begun;
    private long steps;
    /** Whether a step has returned that no commit knows of yet. */
    private boolean returned;
    /** Whether this step has made a checkpoint. */
    private boolean checkpointed;
    /** Whether the job has asked for its step's number since the step began or made a checkpoint. */
    private boolean numberTaken;

    private @Nullable Progress progress;
    private volatile @Nullable String stopReason;
    private @Nullable Job job;

    StepLoop(Hop hop, Ledger ledger, Watchdog watchdog, Time time) {
        this.hop = hop;
        this.ledger = ledger;
        this.watchdog = watchdog;
        this.time = time;
        this.begun = ledger.held();
        this.steps = begun.steps();
        this.progress = begun.progress();
    }

    /** Gives a new object of the job its state. */
    void open(Job fresh) throws UnreadableStateException {
        job = fresh;
        SavedState state = begun.state();
        if (state == null) {
            return;
        }
        try {
            fresh.restore(new StateReader(state.json()));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableStateException(state, hop.options().stateSchema(), e);
        }
    }

    /** Works until the job is done or asked to stop, or the time is up. What the job throws comes through. */
    Outcome run() throws Exception {
        if (begun.state() == null) {
            job().start(new StateReader(begun.input() == null ? "null" : begun.input()));
        }
        while (!job().isDone()) {
            // A job that caught the exception of a fenced checkpoint gets no further than its step.
            ledger.requireOpen();
            String stop = stopAsked();
            if (stop != null) {
                return new Outcome.StopAsked(work(), stop);
            }
            if (watchdog.shouldYield()) {
                return new Outcome.Yielded(work());
            }
            if (!watchdog.takeCheckpointDue()) {
                step();
                continue;
            }
            commit(work());
            Failure bound = hop.boundMet();
            if (bound != null) {
                return new Outcome.BoundMet(bound);
            }
        }
        StateWriter result = new StateWriter();
        job().complete(result);
        return new Outcome.Done(work(), result.finish());
    }

    private void step() throws Exception {
        long before = time.nowMillis();
        checkpointed = false;
        numberTaken = false;
        job().step();
        countPart();
        returned = true;
        hop.measuredStep(time.nowMillis() - before);
    }

    private @Nullable String stopAsked() {
        return stopReason != null ? stopReason : ledger.stopRequested();
    }

    private Work work() {
        try {
            StateWriter out = new StateWriter();
            job().save(out);
            return new Work(new SavedState(out.finish(), hop.options().stateSchema()), steps, progress, returned);
        } catch (IOException e) {
            throw new UncheckedIOException("the state can't be saved: " + e.getMessage(), e);
        }
    }

    private Job job() {
        if (job == null) {
            throw new IllegalStateException("a job's constructor can't ask its JobContext; use @OnStart");
        }
        return job;
    }

    @Override
    public String chainId() {
        return begun.chainId();
    }

    @Override
    public int hop() {
        return begun.hop();
    }

    @Override
    public long stepNumber() {
        numberTaken = true;
        return steps;
    }

    @Override
    public long remainingMillis() {
        return hop.remainingMillis();
    }

    @Override
    public boolean shouldYield() {
        return watchdog.shouldYield();
    }

    @Override
    public void checkpoint() {
        countPart();
        commit(work());
        beginPart();
    }

    private void commit(Work work) {
        long before = time.nowMillis();
        ChainRecord committed = ledger.commit(held -> Commits.checkpoint(held, work, time.nowMillis()));
        returned = false;
        hop.measuredCheckpoint(committed, time.nowMillis() - before);
    }

    /**
     * Counts what was done since the step began or made a checkpoint. What came after a checkpoint counts only if it was
     * done under a number, which nothing else may get then. If not, it must not count, or a step that is done again after
     * a crash right behind its checkpoint would begin under another number than the one that it has here.
     */
    private void countPart() {
        if (!checkpointed || numberTaken) {
            steps++;
        }
    }

    /** What follows a checkpoint in a step has a number of its own. */
    private void beginPart() {
        returned = false;
        checkpointed = true;
        numberTaken = false;
    }

    @Override
    public void checkpoint(Connection transaction) {
        countPart();
        Work work = work();
        try {
            if (transaction.getAutoCommit()) {
                throw new IllegalStateException(
                        "checkpoint(Connection) was given a connection in auto-commit mode. Call setAutoCommit(false)"
                                + " before the first statement, and commit() after the checkpoint.");
            }
            ledger.join(held -> Commits.checkpoint(held, work, time.nowMillis()), transaction);
            beginPart();
        } catch (SQLException e) {
            throw new RolledBackException("the checkpoint could not be written in the job's transaction", e);
        }
    }

    @Override
    public void progress(Progress now) {
        progress = now;
    }

    @Override
    public void stop(String reason) {
        stopReason = reason;
    }
}

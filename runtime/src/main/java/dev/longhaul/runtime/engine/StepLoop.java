package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Advance;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.watchdog.Flags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Drives one object of the job from the committed state, step by step. One thread, but for what {@link HopControl} says.
 */
final class StepLoop implements HopControl {

    /** What the loops of one hop have in common. */
    record Setting(
            JobOptions options,
            Committer committer,
            Flags flags,
            HopClock clock,
            Measured measured,
            Bounds bounds,
            BatchSize batch) {}

    private final Setting setting;
    private final Committer committer;
    private final Flags flags;
    private final ThreadGuard guard;
    private final Pieces pieces;
    private final StepMeter meter;
    private final ChainRecord begun;
    /** Where each state is written in turn: it has the size of the largest. */
    private final StringBuilder stateText = new StringBuilder();

    private long steps;
    /** Whether a step has returned that no commit knows of yet. */
    private boolean returned;
    /** Whether this step has made a checkpoint. */
    private boolean checkpointed;
    /** When the next step may begin, in milliseconds of the epoch; 0 where it need not wait. */
    private long notBefore;
    /** Whether steps are to come, so that the job can wait for one. */
    private boolean working;

    /** The start event, while {@code @OnStart} runs. */
    private @Nullable String starting;

    private @Nullable Progress progress;
    private volatile @Nullable String stopReason;
    private @Nullable Job job;

    /**
     * A loop that has no object of the job yet.
     *
     * @param row what stands before the numbers of this loop's keys; empty for those of the chain's own row
     */
    StepLoop(Setting setting, ThreadGuard guard, String row) {
        this.setting = setting;
        this.committer = setting.committer();
        this.flags = setting.flags();
        this.guard = guard;
        this.meter = new StepMeter(
                setting.options().timing().adaptive(), setting.clock().time(), setting.measured());
        this.begun = committer.held();
        this.steps = begun.steps();
        this.progress = begun.progress();
        this.pieces = new Pieces(
                begun.job() + ':' + begun.chainId() + ':' + row, begun.work().keys(), setting.batch());
    }

    /** Gives a new object of the job its state, and answers what of that the job has no field for. */
    Dropped open(Job fresh) throws UnreadableStateException {
        job = fresh;
        Dropped dropped = new Dropped();
        SavedState state = begun.state();
        if (state == null) {
            return dropped;
        }
        try {
            fresh.restore(new StateReader(state.json()).noting(dropped));
            return dropped;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableStateException(state, setting.options().stateSchema(), e);
        }
    }

    /** Works until the job is done or asked to stop, or the time is up. What the job throws comes through. */
    LoopEnd run() throws Exception {
        working = true;
        if (begun.state() == null || begun.input() != null) {
            start(begun.input() == null ? "null" : begun.input());
        }
        meter.begin();
        while (stopReason == null && !isDone()) {
            String stop = committer.stopRequested();
            if (stop != null) {
                return new LoopEnd.StopAsked(advance(), stop);
            }
            if (notBefore > 0) {
                if (!waited()) {
                    return new LoopEnd.Paused(advance(), notBefore);
                }
                continue;
            }
            if (flags.shouldYield()) {
                return new LoopEnd.Yielded(advance());
            }
            if (!flags.takeCheckpointDue()) {
                step();
                continue;
            }
            meter.end();
            commit(advance());
            Failure bound =
                    setting.bounds().meets(committer.held(), setting.clock().nowMillis());
            if (bound != null) {
                return new LoopEnd.BoundMet(bound);
            }
            meter.begin();
        }
        if (stopReason != null) {
            // Behind a step that stops its chain, isDone() is not asked.
            guard.clean();
            return new LoopEnd.StopAsked(advance(), stopReason);
        }
        working = false;
        StateWriter result = new StateWriter();
        job().complete(result);
        guard.clean();
        pieces.next();
        return new LoopEnd.Done(advance(), result.finish());
    }

    /** Keeps the start event in the checkpoints that are made meanwhile: what follows them is still to be done. */
    private void start(String event) throws Exception {
        starting = event;
        job().start(new StateReader(event));
        starting = null;
        guard.clean();
        pieces.next();
    }

    private boolean isDone() throws Exception {
        boolean done = job().isDone();
        guard.clean();
        // A job that caught the exception of a checkpoint that was refused gets no further than its step.
        committer.requireSound();
        return done;
    }

    private void step() throws Exception {
        checkpointed = false;
        setting.batch().begin();
        job().step();
        meter.stepped();
        // A step that made a checkpoint was counted there.
        steps += checkpointed ? 0 : 1;
        returned = true;
        // The rest is cleaned behind isDone(), which comes next.
        guard.clearInterrupt();
        pieces.next();
    }

    /** Waits in this hop; false where the rest is not for it. */
    private boolean waited() {
        meter.end();
        if (!setting.clock().waited(notBefore)) {
            return false;
        }
        notBefore = 0;
        meter.begin();
        return true;
    }

    private Advance advance() {
        return new Advance(work(null, steps, pieces.soFar()), returned);
    }

    private Work work(@Nullable String input, long stepsDone, long keysTaken) {
        return begun.work()
                .withInput(input)
                .withState(saved())
                .withSteps(stepsDone)
                .withKeys(keysTaken)
                .withProgress(progress)
                .withBatch(setting.batch().next());
    }

    private SavedState saved() {
        try {
            StateWriter out = new StateWriter(stateText);
            job().save(out);
            return new SavedState(out.finish(), setting.options().stateSchema());
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
        return steps;
    }

    @Override
    public String idempotencyKey() {
        return pieces.key();
    }

    @Override
    public long nowMillis() {
        return setting.clock().nowMillis();
    }

    @Override
    public long remainingMillis() {
        return setting.clock().remainingMillis();
    }

    @Override
    public boolean shouldYield() {
        return flags.shouldYield();
    }

    @Override
    public void checkpoint() {
        commit(advanceInStep());
        beginPiece();
    }

    @Override
    public void checkpoint(Connection transaction) {
        try {
            if (transaction.getAutoCommit()) {
                throw new IllegalStateException(
                        "checkpoint(Connection) was given a connection in auto-commit mode. Call setAutoCommit(false)"
                                + " before the first statement, and commit() after the checkpoint.");
            }
            Advance advance = advanceInStep();
            committer.join(held -> Commits.checkpoint(held, advance, nowMillis()), transaction);
            beginPiece();
        } catch (SQLException e) {
            throw new RolledBackException("the checkpoint could not be written in the job's transaction", e);
        }
    }

    /** What is done by now, where the piece that ends here counts as a step and has taken its key. */
    private Advance advanceInStep() {
        return new Advance(work(starting, steps + 1, pieces.soFar()), returned);
    }

    private void commit(Advance advance) {
        long before = setting.clock().nowMillis();
        ChainRecord committed = committer.commit(held -> Commits.checkpoint(held, advance, nowMillis()));
        returned = false;
        setting.measured().checkpoint(committed, setting.clock().nowMillis() - before);
    }

    /** Begins a piece behind a checkpoint that was committed: one that was refused changes nothing here. */
    private void beginPiece() {
        steps++;
        pieces.next();
        returned = false;
        checkpointed = true;
    }

    @Override
    public void pauseUntil(long millis) {
        if (!working) {
            throw new IllegalStateException(
                    "the chain is at its end, and can't wait: pause in @OnStart, in the step or in"
                            + " @Terminate, and let @Terminate answer true when the wait is over");
        }
        notBefore = millis;
        setting.batch().toldToWait();
    }

    @Override
    public int batchSize(int min, int max) {
        return setting.batch().ask(min, max);
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

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.log.LogContext;
import dev.longhaul.runtime.protocol.Advance;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.watchdog.Flags;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Drives one object of the job from the committed state, step by step. One thread, but for what {@link HopControl} says.
 */
final class StepLoop extends HopView {

    private final LoopSetting setting;
    private final Committer committer;
    private final Flags flags;
    private final ThreadGuard guard;
    private final Course course;
    private final StepMeter meter;
    private final ChainRecord begun;

    /** When the next step may begin, in milliseconds of the epoch; 0 where it need not wait. */
    private long notBefore;

    private volatile @Nullable String stopReason;
    private @Nullable Job job;

    /**
     * A loop that has no object of the job yet.
     *
     * @param row what stands before the numbers of this loop's keys; empty for those of the chain's own row
     */
    StepLoop(LoopSetting setting, ThreadGuard guard, String row) {
        super(setting);
        this.setting = setting;
        this.committer = setting.committer();
        this.flags = setting.clock().flags();
        this.guard = guard;
        this.meter = new StepMeter(
                setting.options().timing().adaptive(), setting.clock().time(), setting.measured());
        this.begun = committer.held();
        this.course = new Course(begun, setting.options().stateSchema(), row, setting.batch(), setting.ties());
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
        course.begins();
        if (begun.state() == null || begun.input() != null) {
            start(begun.input() == null ? "null" : begun.input());
        }
        meter.begin();
        while (stopReason == null) {
            if (!committer.held().inbox().isEmpty()) {
                guard.clean();
                if (flags.shouldYield()) {
                    return new LoopEnd.Yielded(advance());
                }
                deliver();
                continue;
            }
            if (course.hasChildrenToStart() && !childrenStarted()) {
                return new LoopEnd.Yielded(advance());
            }
            if (isDone()) {
                break;
            }
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
        course.requireNoneToStart();
        course.ends();
        StateWriter result = new StateWriter();
        job().complete(result);
        guard.clean();
        course.completed();
        return new LoopEnd.Done(advance(), result.finish());
    }

    private void start(String event) throws Exception {
        course.starts(event);
        job().start(new StateReader(event));
        guard.clean();
        course.started();
    }

    /** Gives the job the signals that wait, in order, and commits what they changed together with their delivery. */
    private void deliver() throws Exception {
        meter.end();
        for (Signal signal : committer.held().inbox().waiting()) {
            if (stopReason != null || flags.shouldYield()) {
                break;
            }
            course.takesSignal();
            job().signal(signal);
            guard.clean();
            committer.requireSound();
            course.signalDelivered();
            notBefore = 0;
        }
        Advance advance = advance();
        commit(advance);
        setting.measured().delivered(committer.held(), advance.delivered());
        meter.begin();
    }

    /** Starts children behind the commit that decided it; false where time is up before all are that may run. */
    private boolean childrenStarted() {
        guard.clean();
        meter.end();
        commit(advance());
        course.family().start(() -> !flags.shouldYield());
        meter.begin();
        return !course.hasChildrenToStart();
    }

    private boolean isDone() throws Exception {
        boolean done = job().isDone();
        guard.clean();
        // A job that caught the exception of a checkpoint that was refused gets no further than its step.
        committer.requireSound();
        return done;
    }

    private void step() throws Exception {
        course.stepBegins();
        LogContext.step(course.steps());
        job().step();
        meter.stepped();
        // The rest is cleaned behind isDone(), which comes next, or before a signal.
        guard.clearInterrupt();
        course.stepReturned();
        if (course.awaitsChildren()) {
            long look = nowMillis() + Family.LONGEST_WAIT;
            notBefore = notBefore == 0 ? look : Math.min(notBefore, look);
        }
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
        return course.advance(job());
    }

    private Job job() {
        if (job == null) {
            throw new IllegalStateException("a job's constructor can't ask its JobContext; use @OnStart");
        }
        return job;
    }

    @Override
    public long stepNumber() {
        return course.steps();
    }

    @Override
    public String idempotencyKey() {
        return course.key();
    }

    @Override
    public void checkpoint() {
        course.requireMayCommit();
        commit(course.advanceInStep(job()));
        course.committedInStep();
    }

    @Override
    public void checkpoint(Connection transaction) {
        course.requireMayCommit();
        try {
            if (transaction.getAutoCommit()) {
                throw new IllegalStateException(
                        "checkpoint(Connection) was given a connection in auto-commit mode. Call setAutoCommit(false)"
                                + " before the first statement, and commit() after the checkpoint.");
            }
            Advance advance = course.advanceInStep(job());
            committer.join(held -> Commits.checkpoint(held, advance, nowMillis()), transaction);
            course.committedInStep();
        } catch (SQLException e) {
            throw new RolledBackException("the checkpoint could not be written in the job's transaction", e);
        }
    }

    private void commit(Advance advance) {
        long before = setting.clock().nowMillis();
        ChainRecord committed = committer.commit(held -> Commits.checkpoint(held, advance, nowMillis()));
        course.committed();
        setting.measured().checkpoint(committed, setting.clock().nowMillis() - before);
    }

    @Override
    public void pauseUntil(long millis) {
        course.requireMayWait();
        notBefore = setting.clock().time().endOfWait(millis);
        setting.batch().toldToWait();
    }

    @Override
    public Family family() {
        return course.family();
    }

    @Override
    public void progress(Progress now) {
        course.progress(now);
    }

    @Override
    public void stop(String reason) {
        stopReason = reason;
    }
}

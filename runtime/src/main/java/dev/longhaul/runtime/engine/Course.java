package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.children.Ties;
import dev.longhaul.runtime.protocol.Advance;
import dev.longhaul.runtime.protocol.Advance.Awaited;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What one object of the job has done so far, and what of that the next commit says. For one thread. */
final class Course {

    private enum Phase {
        AT_WORK,
        TAKING_A_SIGNAL,
        AT_ITS_END
    }

    private final ChainRecord begun;
    private final String schema;
    private final Pieces pieces;
    private final BatchSize batch;
    private final Ties ties;
    /** Where each state is written in turn: it has the size of the largest. */
    private final StringBuilder stateText = new StringBuilder();

    private Phase phase = Phase.AT_ITS_END;
    private long steps;
    /** Whether a step has returned that no commit knows of yet. */
    private boolean returned;
    /** Whether this step has made a checkpoint. */
    private boolean checkpointed;
    /** The signals that were delivered and that no commit knows of yet. */
    private int delivered;
    /** The start event, while {@code @OnStart} runs. */
    private @Nullable String starting;

    private @Nullable Progress progress;
    private @Nullable Family family;

    /**
     * The course from a committed record on.
     *
     * @param schema the fingerprint of the state's form
     * @param row what stands before the numbers of its keys; empty for those of the chain's own row
     * @param batch how much a piece is to take on
     * @param ties the way to the chain's children
     */
    Course(ChainRecord begun, String schema, String row, BatchSize batch, Ties ties) {
        this.ties = ties;
        this.begun = begun;
        this.schema = schema;
        this.pieces = new Pieces(
                begun.job() + ':' + begun.chainId() + ':' + row, begun.work().keys(), batch);
        this.batch = batch;
        this.steps = begun.steps();
        this.progress = begun.progress();
    }

    long steps() {
        return steps;
    }

    /** The key of the piece of work that is being done. */
    String key() {
        return pieces.key();
    }

    /** The chain's children: made for a job that has fields for them. */
    Family family() {
        if (family == null) {
            family = new Family(ties);
        }
        return family;
    }

    boolean hasChildrenToStart() {
        return family != null && family.hasUnsent();
    }

    /** Refuses an end at which nobody would be left to start them. */
    void requireNoneToStart() {
        if (family != null && family.queued() > 0) {
            throw new IllegalStateException("a @Terminate method says that the work is done, and " + family.queued()
                    + " children wait to be started. Let it ask isDone() of the children as well.");
        }
    }

    boolean awaitsChildren() {
        return family != null && family.awaitsNews();
    }

    void progress(Progress now) {
        progress = now;
    }

    /** Keeps the start event in the checkpoints that are made meanwhile: what follows them is still to be done. */
    void starts(String event) {
        starting = event;
    }

    void started() {
        starting = null;
        pieces.next();
    }

    /** Steps are to come. */
    void begins() {
        phase = Phase.AT_WORK;
    }

    /** No step is to come. */
    void ends() {
        phase = Phase.AT_ITS_END;
    }

    void requireMayWait() {
        if (phase == Phase.AT_ITS_END) {
            throw new IllegalStateException(
                    "the chain is at its end, and can't wait: pause in @OnStart, in the step or in"
                            + " @Terminate, and let @Terminate answer true when the wait is over");
        }
    }

    void requireMayCommit() {
        if (phase == Phase.TAKING_A_SIGNAL) {
            throw new IllegalStateException(
                    "a checkpoint in an @OnSignal method would commit half a signal: what the method"
                            + " changes is committed when it returns, together with its delivery. Leave the rest to the step.");
        }
    }

    void stepBegins() {
        checkpointed = false;
        batch.begin();
        if (family != null) {
            family.stepBegins();
        }
    }

    void stepReturned() {
        // A step that made a checkpoint was counted there.
        steps += checkpointed ? 0 : 1;
        returned = true;
        pieces.next();
    }

    void takesSignal() {
        phase = Phase.TAKING_A_SIGNAL;
    }

    void signalDelivered() {
        phase = Phase.AT_WORK;
        delivered++;
        returned = true;
        pieces.next();
    }

    void completed() {
        pieces.next();
    }

    /** What is done by now, between two pieces. */
    Advance advance(Job job) {
        return new Advance(work(job, null, steps), returned, delivered, awaited());
    }

    /** What is done by now, where the piece that ends here counts as a step and has taken its key. */
    Advance advanceInStep(Job job) {
        return new Advance(work(job, starting, steps + 1), returned, delivered, awaited());
    }

    private Awaited awaited() {
        return family == null ? Awaited.NOTHING : family.awaited();
    }

    /** What was done is committed. */
    void committed() {
        returned = false;
        delivered = 0;
    }

    /** The same in a step, which begins another piece: a checkpoint that was refused changes nothing here. */
    void committedInStep() {
        committed();
        steps++;
        pieces.next();
        checkpointed = true;
    }

    private Work work(Job job, @Nullable String input, long stepsDone) {
        return begun.work()
                .withInput(input)
                .withState(saved(job))
                .withSteps(stepsDone)
                .withKeys(pieces.soFar())
                .withProgress(progress)
                .withBatch(batch.next());
    }

    private SavedState saved(Job job) {
        try {
            StateWriter out = new StateWriter(stateText);
            job.save(out);
            return new SavedState(out.finish(), schema);
        } catch (IOException e) {
            throw new UncheckedIOException("the state can't be saved: " + e.getMessage(), e);
        }
    }
}

package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.chain.HopEntry.End;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the changes from one record of a chain to the next, part by part. Not thread-safe. */
public final class ChainChange {

    /** The invocations that the history holds at most: it is written with every checkpoint. */
    static final int HISTORY = 12;

    private final ChainRecord before;
    private final long revision;
    private Position position;
    private Work work;
    private Usage usage;
    private Ending ending;
    private final List<HopEntry> history;

    ChainChange(ChainRecord before, long revision) {
        this.before = before;
        this.revision = revision;
        position = before.position();
        work = before.work();
        usage = before.usage();
        ending = before.ending();
        history = new ArrayList<>(before.history());
    }

    /** Changes where the chain stands. */
    public ChainChange position(UnaryOperator<Position> change) {
        position = change.apply(position);
        return this;
    }

    /** Changes what the chain has done. */
    public ChainChange work(UnaryOperator<Work> change) {
        work = change.apply(work);
        return this;
    }

    /** Changes what the chain has used. */
    public ChainChange usage(UnaryOperator<Usage> change) {
        usage = change.apply(usage);
        return this;
    }

    /** Changes how the chain ends. */
    public ChainChange ending(UnaryOperator<Ending> change) {
        ending = change.apply(ending);
        return this;
    }

    /** Adds a signal to those that wait. */
    public ChainChange signal(Signal signal) {
        return work(part -> part.withInbox(part.inbox().with(signal)));
    }

    /** Counts one more end of a child that was told. */
    public ChainChange childEnded() {
        return work(part -> part.withInbox(part.inbox().with(part.inbox().news().withOneMore())));
    }

    /** Adds an invocation to the history, which forgets its oldest one when it is full. */
    public ChainChange enter(HopEntry entry) {
        if (history.size() == HISTORY) {
            history.remove(0);
        }
        history.add(entry);
        return this;
    }

    /** Notes in the history how the newest invocation stands. */
    public ChainChange lastHop(long now, long stepsCommitted, End end) {
        if (!history.isEmpty()) {
            int last = history.size() - 1;
            history.set(last, history.get(last).at(now, stepsCommitted, end));
        }
        return this;
    }

    /** Notes in the history how the newest invocation ended, at its last commit. */
    public ChainChange lastHop(End end) {
        HopEntry last = before.lastHop();
        return last == null ? this : lastHop(last.endedAt(), last.steps(), end);
    }

    /** The next record. */
    public ChainRecord build() {
        return new ChainRecord(before.identity(), revision, position, work, usage, ending, history);
    }

    // One field at a time, for those who change no more than that.

    /** Sets {@link Position#status}. */
    public ChainChange status(ChainStatus value) {
        return position(part -> part.withStatus(value));
    }

    /** Sets {@link Position#hop}. */
    public ChainChange hop(int value) {
        return position(part -> part.withHop(value));
    }

    /** Sets {@link Position#epoch}. */
    public ChainChange epoch(long value) {
        return position(part -> part.withEpoch(value));
    }

    /** Sets {@link Position#owner}. */
    public ChainChange owner(String value) {
        return position(part -> part.withOwner(value));
    }

    /** Sets {@link Position#leaseUntil}. */
    public ChainChange leaseUntil(long value) {
        return position(part -> part.withLeaseUntil(value));
    }

    /** Sets {@link Position#updatedAt}. */
    public ChainChange updatedAt(long value) {
        return position(part -> part.withUpdatedAt(value));
    }

    /** Sets {@link Work#input}. */
    public ChainChange input(@Nullable String value) {
        return work(part -> part.withInput(value));
    }

    /** Sets {@link Work#state}. */
    public ChainChange state(@Nullable SavedState value) {
        return work(part -> part.withState(value));
    }

    /** Sets {@link Work#steps}. */
    public ChainChange steps(long value) {
        return work(part -> part.withSteps(value));
    }

    /** Sets {@link Work#progress}. */
    public ChainChange progress(@Nullable Progress value) {
        return work(part -> part.withProgress(value));
    }

    /** Sets {@link Usage#billedMillis}. */
    public ChainChange billedMillis(long value) {
        return usage(part -> part.withBilledMillis(value));
    }

    /** Sets {@link Usage#stalledHops}. */
    public ChainChange stalledHops(int value) {
        return usage(part -> part.withStalledHops(value));
    }

    /** Sets {@link Ending#stopRequested}. */
    public ChainChange stopRequested(@Nullable String value) {
        return ending(part -> part.withStopRequested(value));
    }

    /** Sets {@link Ending#failure}. */
    public ChainChange failure(@Nullable Failure value) {
        return ending(part -> part.withFailure(value));
    }

    /** Sets {@link Ending#result}. */
    public ChainChange result(@Nullable String value) {
        return ending(part -> part.withResult(value));
    }

    /** Sets {@link Ending#expiresAt}. */
    public ChainChange expiresAt(long value) {
        return ending(part -> part.withExpiresAt(value));
    }
}

package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.chain.HopEntry.End;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the changes from one record of a chain to the next. Not thread-safe. */
public final class ChainChange {

    /** The invocations that the history holds at most: it is written with every checkpoint. */
    static final int HISTORY = 32;

    private final ChainRecord before;
    private final long revision;
    private ChainStatus status;
    private int hop;
    private long epoch;
    private String owner;
    private long leaseUntil;
    private String functionArn;
    private @Nullable String input;
    private long steps;
    private int stalledHops;
    private int sweeps;
    private int failedAttempts;
    private @Nullable SavedState state;
    private @Nullable Progress progress;
    private long billedMillis;
    private Grant grant;
    private long updatedAt;
    private @Nullable String stopRequested;
    private @Nullable Failure failure;
    private @Nullable String result;
    private long expiresAt;
    private final List<HopEntry> history;

    ChainChange(ChainRecord before, long revision) {
        this.before = before;
        this.revision = revision;
        status = before.status();
        hop = before.hop();
        epoch = before.epoch();
        owner = before.owner();
        leaseUntil = before.leaseUntil();
        functionArn = before.functionArn();
        input = before.input();
        steps = before.steps();
        stalledHops = before.stalledHops();
        sweeps = before.sweeps();
        failedAttempts = before.failedAttempts();
        state = before.state();
        progress = before.progress();
        billedMillis = before.billedMillis();
        grant = before.grant();
        updatedAt = before.updatedAt();
        stopRequested = before.stopRequested();
        failure = before.failure();
        result = before.result();
        expiresAt = before.expiresAt();
        history = new ArrayList<>(before.history());
    }

    /** Sets {@link ChainRecord#status}. */
    public ChainChange status(ChainStatus value) {
        status = value;
        return this;
    }

    /** Sets {@link ChainRecord#hop}. */
    public ChainChange hop(int value) {
        hop = value;
        return this;
    }

    /** Sets {@link ChainRecord#epoch}. */
    public ChainChange epoch(long value) {
        epoch = value;
        return this;
    }

    /** Sets {@link ChainRecord#owner}. */
    public ChainChange owner(String value) {
        owner = value;
        return this;
    }

    /** Sets {@link ChainRecord#leaseUntil}. */
    public ChainChange leaseUntil(long value) {
        leaseUntil = value;
        return this;
    }

    /** Sets {@link ChainRecord#functionArn}. */
    public ChainChange functionArn(String value) {
        functionArn = value;
        return this;
    }

    /** Sets {@link ChainRecord#input}. */
    public ChainChange input(@Nullable String value) {
        input = value;
        return this;
    }

    /** Sets {@link ChainRecord#steps}. */
    public ChainChange steps(long value) {
        steps = value;
        return this;
    }

    /** Sets {@link ChainRecord#stalledHops}. */
    public ChainChange stalledHops(int value) {
        stalledHops = value;
        return this;
    }

    /** Sets {@link ChainRecord#sweeps}. */
    public ChainChange sweeps(int value) {
        sweeps = value;
        return this;
    }

    /** Sets {@link ChainRecord#failedAttempts}. */
    public ChainChange failedAttempts(int value) {
        failedAttempts = value;
        return this;
    }

    /** Sets {@link ChainRecord#state}. */
    public ChainChange state(@Nullable SavedState value) {
        state = value;
        return this;
    }

    /** Sets {@link ChainRecord#progress}. */
    public ChainChange progress(@Nullable Progress value) {
        progress = value;
        return this;
    }

    /** Sets {@link ChainRecord#billedMillis}. */
    public ChainChange billedMillis(long value) {
        billedMillis = value;
        return this;
    }

    /** Sets {@link ChainRecord#grant}. */
    public ChainChange grant(Grant value) {
        grant = value;
        return this;
    }

    /** Sets {@link ChainRecord#updatedAt}. */
    public ChainChange updatedAt(long value) {
        updatedAt = value;
        return this;
    }

    /** Sets {@link ChainRecord#stopRequested}. */
    public ChainChange stopRequested(@Nullable String value) {
        stopRequested = value;
        return this;
    }

    /** Sets {@link ChainRecord#failure}. */
    public ChainChange failure(@Nullable Failure value) {
        failure = value;
        return this;
    }

    /** Sets {@link ChainRecord#result}. */
    public ChainChange result(@Nullable String value) {
        result = value;
        return this;
    }

    /** Sets {@link ChainRecord#expiresAt}. */
    public ChainChange expiresAt(long value) {
        expiresAt = value;
        return this;
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
        return new ChainRecord(
                before.job(),
                before.chainId(),
                revision,
                status,
                hop,
                epoch,
                owner,
                leaseUntil,
                functionArn,
                input,
                steps,
                stalledHops,
                sweeps,
                failedAttempts,
                state,
                progress,
                billedMillis,
                before.startedAt(),
                before.startedBy(),
                grant,
                updatedAt,
                stopRequested,
                failure,
                result,
                expiresAt,
                history);
    }
}

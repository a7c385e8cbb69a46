package dev.longhaul.runtime.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one record of a chain. Immutable; {@link #change} begins the next one.
 *
 * <p>The parts hold the fields; the methods besides them are what most readers ask for.
 *
 * @param identity what the chain is
 * @param revision 1 for a new chain, and one more with every write: what conditional writes compare
 * @param position where it stands, and which invocation has it
 * @param work what it has done
 * @param usage what it has used of what its bounds allow
 * @param ending how it ends or is to end
 * @param history the last invocations, oldest first
 */
public record ChainRecord(
        Identity identity,
        long revision,
        Position position,
        Work work,
        Usage usage,
        Ending ending,
        List<HopEntry> history) {

    /** Copies the history. */
    public ChainRecord {
        history = List.copyOf(history);
    }

    /** The record of a chain that has just begun. */
    public static ChainRecord first(Identity identity, Position position, Work work, List<HopEntry> history) {
        return new ChainRecord(identity, 1, position, work, Usage.first(identity.startedAt()), Ending.NONE, history);
    }

    /** This very record, at the same revision, of another chain. */
    public ChainRecord with(Identity value) {
        return new ChainRecord(value, revision, position, work, usage, ending, history);
    }

    /** This very record, at the same revision, in another position. */
    public ChainRecord with(Position value) {
        return new ChainRecord(identity, revision, value, work, usage, ending, history);
    }

    /** This very record, at the same revision, with another ending. */
    public ChainRecord with(Ending value) {
        return new ChainRecord(identity, revision, position, work, usage, value, history);
    }

    /** Begins the record that follows this one: the same values, and the next revision. */
    public ChainChange change() {
        return new ChainChange(this, revision + 1);
    }

    /** The job's name. */
    public String job() {
        return identity.job();
    }

    /** The chain's id, unique within the job. */
    public String chainId() {
        return identity.chainId();
    }

    /** When the chain began, in milliseconds of the epoch. */
    public long startedAt() {
        return identity.startedAt();
    }

    /** Whether the chain runs, waits for its next hop, or has ended. */
    public ChainStatus status() {
        return position.status();
    }

    /** The number of the hop that runs, or that is to run next. */
    public int hop() {
        return position.hop();
    }

    /** The fencing token. */
    public long epoch() {
        return position.epoch();
    }

    /** The request id of the invocation that claimed last. */
    public String owner() {
        return position.owner();
    }

    /** The function that the next hop is sent to. */
    public String functionArn() {
        return position.functionArn();
    }

    /** When the owner is surely gone, or when a handed-off hop should have been claimed. */
    public long leaseUntil() {
        return position.leaseUntil();
    }

    /** The last commit, in milliseconds of the epoch. */
    public long updatedAt() {
        return position.updatedAt();
    }

    /** The start event as JSON, until the first checkpoint behind {@code @OnStart}. */
    public @Nullable String input() {
        return work.input();
    }

    /** The state at the last checkpoint. */
    public @Nullable SavedState state() {
        return work.state();
    }

    /** What was sent to the chain. */
    public Inbox inbox() {
        return work.inbox();
    }

    /** The committed steps. */
    public long steps() {
        return work.steps();
    }

    /** How far the chain is, where the job says so. */
    public @Nullable Progress progress() {
        return work.progress();
    }

    /** The invocations in a row that have committed no work. */
    public int stalledHops() {
        return usage.stalledHops();
    }

    /** How often the next step has thrown. */
    public int failedAttempts() {
        return usage.failedAttempts();
    }

    /** How often the sweeper has sent the next hop. */
    public int sweeps() {
        return usage.sweeps();
    }

    /** The time that the chain's invocations took, at most, up to the last commit. */
    public long billedMillis() {
        return usage.billedMillis();
    }

    /** The reason that a stop was asked for with, or null. */
    public @Nullable String stopRequested() {
        return ending.stopRequested();
    }

    /** Why the chain ended without completing. */
    public @Nullable Failure failure() {
        return ending.failure();
    }

    /** What {@code @OnComplete} returned, as JSON. */
    public @Nullable String result() {
        return ending.result();
    }

    /** When the store may forget the chain; 0 while it is not terminal. */
    public long expiresAt() {
        return ending.expiresAt();
    }

    /** The newest entry of the history. */
    public @Nullable HopEntry lastHop() {
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }

    /** Whether the chain has ended, and others are still to be told of it. */
    public boolean untold() {
        return status().terminal() && ending.notices() > 0;
    }

    /** Whether a sweep may have to do with the chain: it has not ended, or its end is still to be told. */
    public boolean open() {
        return !status().terminal() || untold();
    }

    /** Whether the lease is over, so that another invocation may take the chain, or that a sweep tells its end. */
    public boolean leaseOver(long now) {
        return open() && now >= leaseUntil();
    }
}

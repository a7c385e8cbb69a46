package dev.longhaul.runtime.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one record of a chain. Immutable; {@link #change} begins the next one. Times are milliseconds of the epoch.
 *
 * @param job the job's name
 * @param chainId the chain's id, unique within the job
 * @param revision 1 for a new chain, and one more with every write: what conditional writes compare
 * @param status where the chain stands
 * @param hop the number of the hop that runs, or that is to run next when HANDED_OFF
 * @param epoch the fencing token: one more with every claim, and only the holder of the newest may commit
 * @param owner the request id of the invocation that claimed last
 * @param leaseUntil when the owner is surely gone, or when a handed-off hop should have been claimed
 * @param functionArn the function that the next hop is sent to, with its alias or version
 * @param input the start event as JSON, kept until the first checkpoint
 * @param steps the committed steps
 * @param stalledHops the invocations in a row, the present one included, that have committed no step
 * @param sweeps how often the sweeper has sent the next hop since it was claimed last
 * @param failedAttempts how often the next step has thrown since the last committed one
 * @param state the state at the last checkpoint; null before the first
 * @param progress how far the chain is, where the job says so
 * @param billedMillis the time that the chain's invocations took, at most, up to the last commit
 * @param startedAt when the chain began
 * @param startedBy the request id of its start event
 * @param grant from where its bounds are counted
 * @param updatedAt the last commit
 * @param stopRequested the reason that a stop was asked for with, or null
 * @param failure why the chain ended, when it FAILED or was STOPPED
 * @param result what {@code @OnComplete} returned, as JSON
 * @param expiresAt when the store may forget the chain; 0 while it is not terminal
 * @param history the last invocations, oldest first
 */
public record ChainRecord(
        String job,
        String chainId,
        long revision,
        ChainStatus status,
        int hop,
        long epoch,
        String owner,
        long leaseUntil,
        String functionArn,
        @Nullable String input,
        long steps,
        int stalledHops,
        int sweeps,
        int failedAttempts,
        @Nullable SavedState state,
        @Nullable Progress progress,
        long billedMillis,
        long startedAt,
        String startedBy,
        Grant grant,
        long updatedAt,
        @Nullable String stopRequested,
        @Nullable Failure failure,
        @Nullable String result,
        long expiresAt,
        List<HopEntry> history) {

    /** Copies the history. */
    public ChainRecord {
        history = List.copyOf(history);
    }

    /** Begins the record that follows this one: the same values, and the next revision. */
    public ChainChange change() {
        return new ChainChange(this, revision + 1);
    }

    /** The newest entry of the history. */
    public @Nullable HopEntry lastHop() {
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }

    /** Whether the lease is over, so that another invocation may take the chain. */
    public boolean leaseOver(long now) {
        return !status.terminal() && now >= leaseUntil;
    }
}

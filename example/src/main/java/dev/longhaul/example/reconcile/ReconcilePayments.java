package dev.longhaul.example.reconcile;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.example.http.RefusedException;
import dev.longhaul.example.reconcile.Ledger.Outcome;
import dev.longhaul.runtime.JobContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles a ledger of payments with the provider that makes them: page by page along the ids, so that what one of the two
 * lacks is seen as well. What the provider knows better is put right, in one transaction with the checkpoint: exactly once.
 * Above an amount it waits for the signal {@code approved}. All mismatches are rows of the table {@code mismatch}.
 *
 * <p>The times are short, for several hops to be seen within a minute.
 */
@LongRunning(
        timeoutMillis = 10_000,
        safeMillis = 5_000,
        tickMillis = 500,
        memoryMegabytes = 512,
        environment = {Payments.LEDGER, Payments.PROVIDER})
public class ReconcilePayments {

    private static final int SMALLEST_PAGE = 10;
    private static final int LARGEST_PAGE = 100;

    private final Payments payments;

    @State
    Request request = new Request(Instant.EPOCH, 0, Duration.ZERO);

    /** The last id that was compared; null when all are. */
    @State
    @Nullable
    String cursor = "";

    @State
    long compared;

    /** What waits for an approval. */
    @State
    int held;

    @State
    Approval approval = new Approval("", 0);

    /** Until when it waits; null while it compares. */
    @State
    @Nullable
    Instant deadline;

    @State
    boolean expired;

    ReconcilePayments(Payments payments) {
        this.payments = payments;
    }

    /**
     * What the chain is started with.
     *
     * @param until only payments that were begun before: younger ones may be under way between the two
     * @param holdAboveCents what is larger is repaired only when it is approved
     * @param patience how long an approval is waited for, up to a year
     */
    public record Request(Instant until, long holdAboveCents, Duration patience) {}

    /**
     * The content of the signal {@code approved}. It names an amount, and not the payments, so that it means the same whenever
     * it comes.
     *
     * @param by who approves
     * @param upToCents the largest amount that is approved
     */
    public record Approval(String by, long upToCents) {}

    /**
     * What the chain has found.
     *
     * @param compared the payments that were compared
     * @param kinds the mismatches by what was wrong
     * @param outcomes the mismatches by what became of them
     */
    public record Report(long compared, Map<Mismatch.Kind, Long> kinds, Map<Outcome, Long> outcomes) {}

    @OnStart
    void start(Request given) {
        request = given;
    }

    /** Tried for hours: a provider that is away for the night is no reason to begin anew in the morning. */
    @Step
    @Retry(attempts = 100, maxDelayMillis = 300_000, notOn = RefusedException.class)
    void reconcile(JobContext job) throws IOException, InterruptedException, SQLException {
        if (cursor == null) {
            settleHeld(job);
        } else {
            comparePage(job, cursor);
        }
    }

    private void comparePage(JobContext job, String after) throws IOException, InterruptedException, SQLException {
        // Before the transaction begins: nothing is locked while a slow provider answers.
        Provider.Page page =
                payments.provider().page(after, job.batchSize(SMALLEST_PAGE, LARGEST_PAGE), request.until());
        try (Ledger ledger = payments.ledger()) {
            var ours = ledger.between(after, page.next(), request.until());
            for (Mismatch mismatch : Mismatch.between(ours, page.payments())) {
                settle(mismatch, ledger, job.chainId());
            }
            compared += page.payments().size();
            cursor = page.next();
            job.progress(compared, page.total());
            job.checkpoint(ledger.transaction());
            ledger.commit();
        }
    }

    private void settle(Mismatch mismatch, Ledger ledger, String run) throws SQLException {
        if (!mismatch.kind().isRepairable()) {
            ledger.note(run, mismatch, Outcome.REPORTED, null);
        } else if (mismatch.cents() <= request.holdAboveCents()) {
            ledger.repair(mismatch);
            ledger.note(run, mismatch, Outcome.REPAIRED, null);
        } else if (mismatch.cents() <= approval.upToCents()) {
            ledger.repair(mismatch);
            ledger.note(run, mismatch, Outcome.REPAIRED, approval.by());
        } else {
            held++;
            ledger.note(run, mismatch, Outcome.HELD, null);
        }
    }

    private void settleHeld(JobContext job) throws SQLException {
        try (Ledger ledger = payments.ledger()) {
            int settled = ledger.repairHeld(job.chainId(), approval.upToCents(), approval.by(), LARGEST_PAGE);
            if (settled > 0) {
                held -= settled;
                job.checkpoint(ledger.transaction());
                ledger.commit();
                return;
            }
        }
        if (deadline == null) {
            deadline = job.now().plus(request.patience());
        }
        expired = !job.now().isBefore(deadline);
        job.progress(compared, compared, held + " repairs wait for an approval");
        // Nothing runs and nothing is billed; the signal ends the wait.
        job.pauseUntil(deadline);
    }

    @OnSignal("approved")
    void approved(Approval given) {
        if (given.upToCents() > approval.upToCents()) {
            approval = given;
        }
    }

    @Terminate
    boolean isReconciled() {
        return cursor == null && (held == 0 || expired);
    }

    @OnComplete
    Report report(JobContext job) throws SQLException {
        try (Ledger ledger = payments.ledger()) {
            return new Report(compared, ledger.kinds(job.chainId()), ledger.outcomes(job.chainId()));
        }
    }
}

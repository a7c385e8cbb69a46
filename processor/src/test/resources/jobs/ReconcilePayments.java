package jobs;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.util.List;

@LongRunning(safeMillis = 60_000, tickMillis = 10_000)
public class ReconcilePayments {
    private final Payments payments;

    ReconcilePayments(Payments payments) {
        this.payments = payments;
    }

    @State String cursor = "";
    @State int mismatches;
    @State List<Mismatch> found = new java.util.ArrayList<>();

    static final class Payments {
        boolean match(String cursor) {
            return cursor.isEmpty();
        }
    }

    record Request(String from) {}

    record Mismatch(String payment, long cents) {}

    @OnStart void start(Request request, JobContext job) {
        cursor = request.from();
    }

    @Step void nextPage(JobContext job) {
        mismatches += payments.match(cursor) ? 0 : 1;
        cursor = null;
    }

    @Terminate boolean caughtUp() {
        return cursor == null;
    }

    @Terminate boolean tooMany(JobContext job) {
        return mismatches > 1_000;
    }
}

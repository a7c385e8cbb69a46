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
    @State String cursor = "";
    @State int mismatches;
    @State List<Mismatch> found = new java.util.ArrayList<>();

    record Request(String from) {}

    record Mismatch(String payment, long cents) {}

    @OnStart void start(Request request, JobContext job) {
        cursor = request.from();
    }

    @Step void nextPage(JobContext job) {
        mismatches++;
        cursor = null;
    }

    @Terminate boolean caughtUp() {
        return cursor == null;
    }

    @Terminate boolean tooMany(JobContext job) {
        return mismatches > 1_000;
    }
}

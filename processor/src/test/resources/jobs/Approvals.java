package jobs;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.time.Duration;

@LongRunning
public class Approvals {
    @State int approved;
    @State String by = "";
    @State boolean cancelled;

    public record Approval(String by, int payments) {}

    @Step void look(JobContext job) {
        job.pause(Duration.ofDays(1));
    }

    @OnSignal("approved") void approved(Approval approval, JobContext job) {
        approved += approval.payments();
        by = approval.by();
        job.progress(approved, 10);
    }

    @OnSignal(value = "more", ignoreUnknown = true) void more(Approval approval) {
        approved += approval.payments();
    }

    @OnSignal("count") void count(int payments) throws Exception {
        approved += payments;
    }

    @OnSignal("cancel") void cancel() {
        cancelled = true;
    }

    @Terminate boolean done() {
        return cancelled || approved >= 10;
    }
}

package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for a while, and then for as many approvals as it needs; each is heard once. */
@LongRunning(safeMillis = 3_000, tickMillis = 500, timeoutMillis = 10_000, memoryMegabytes = 256)
public class Vouchers {

    /** How many approvals it needs. */
    static final int NEEDED = 3;

    /** Longer than what is waited in a hop. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(12);

    @State
    int looks;

    @State
    List<Integer> approved = new ArrayList<>();

    /**
     * An approval.
     *
     * @param number which one it is
     * @param by whose it is
     */
    public record Approval(int number, String by) {}

    @Step
    void look(JobContext job) {
        job.pause(looks == 0 ? FIRST_WAIT : Duration.ofDays(1));
        looks++;
    }

    @OnSignal("approved")
    void approved(Approval approval) {
        approved.add(approval.number());
    }

    @Terminate
    boolean isDone() {
        return approved.size() >= NEEDED;
    }

    @OnComplete
    List<Integer> all() {
        return approved;
    }
}

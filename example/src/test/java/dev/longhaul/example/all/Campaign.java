package dev.longhaul.example.all;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters in batches, waits, asks for a slogan and waits for it, and lets the districts count their votes: a job that
 * uses all that a chain can do besides its steps.
 */
@LongRunning(timeoutMillis = 60_000, safeMillis = 10_000, tickMillis = 5_000)
class Campaign {

    private static final int LETTERS = 6;
    private static final int DISTRICTS = 3;

    private final Office office;

    @State
    int written;

    @State
    boolean rested;

    @State
    @Nullable
    String slogan;

    @State
    int asked;

    @State
    long votes;

    @Children(value = District.class, maxRunning = 2, stopWithParent = true)
    @SuppressWarnings("NullAway.Init") // The handler fills it.
    ChildChains<District.Order> districts;

    /** What the signal brings. */
    record Approval(String slogan) {}

    Campaign(Office office) {
        this.office = office;
    }

    @Step
    void next(JobContext job) {
        if (written < LETTERS) {
            int until = Math.min(LETTERS, written + job.batchSize(1, 4));
            while (written < until) {
                office.done("letter " + written);
                written++;
            }
        } else if (!rested) {
            rested = true;
            job.pause(Duration.ofHours(1));
        } else if (slogan == null) {
            office.done("asked for a slogan");
            job.pause(Duration.ofDays(1));
        } else {
            while (asked < DISTRICTS && districts.hasRoom()) {
                districts.start("district-" + asked, new District.Order(asked, slogan));
                asked++;
            }
            districts.join(job, end -> votes += end.completed() ? end.result(Long.class) : 0);
        }
    }

    @OnSignal("approved")
    void approved(Approval approval) {
        slogan = approval.slogan();
    }

    @Terminate
    boolean isDone() {
        return asked == DISTRICTS && districts.isDone();
    }

    @OnComplete
    long votes() {
        return votes;
    }
}

package dev.longhaul.example.poll;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.example.http.RefusedException;
import dev.longhaul.runtime.JobContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a partner, at growing intervals, whether an order is ready, and then has a series of operations done there, each once. The
 * partner's webhook comes as the signal {@code ready} and ends a wait; what counts is what the partner answers. Nothing runs and
 * nothing is billed while it waits.
 *
 * <p>The times are short, for several hops to be seen within a minute.
 */
@LongRunning(
        timeoutMillis = 10_000,
        safeMillis = 4_000,
        tickMillis = 500,
        memoryMegabytes = 256,
        environment = Partner.VARIABLE)
public class PollPartner {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Partner partner;

    @State
    Request request = new Request("", List.of(), Duration.ZERO, Duration.ZERO);

    @State
    Instant deadline = Instant.EPOCH;

    /** How often the partner was asked since it was last heard of. */
    @State
    int polls;

    @State
    boolean ready;

    @State
    boolean expired;

    @State
    List<String> receipts = new ArrayList<>();

    PollPartner(Partner partner) {
        this.partner = partner;
    }

    /**
     * What the chain is started with.
     *
     * @param order the order's id
     * @param operations what is to be done for it, in this order
     * @param firstWait how long to wait before the partner is asked again; each further wait is twice as long, up to an hour
     * @param patience how long to wait for the order in all
     */
    public record Request(String order, List<String> operations, Duration firstWait, Duration patience) {}

    /**
     * What came of it.
     *
     * @param ready whether the order became ready in time
     * @param receipts the partner's, one for each operation
     */
    public record Outcome(boolean ready, List<String> receipts) {}

    @OnStart
    void start(Request given, JobContext job) {
        request = given;
        deadline = job.now().plus(given.patience());
    }

    /** Tried for hours: the waits outlast a partner that is away, and the deadline ends them. */
    @Step
    @Retry(attempts = 200, maxDelayMillis = 300_000, notOn = RefusedException.class)
    void next(JobContext job) throws IOException, InterruptedException {
        if (ready) {
            operate(job);
        } else {
            poll(job);
        }
    }

    private void poll(JobContext job) throws IOException, InterruptedException {
        // Before the call: a partner that is away must not keep the chain beyond its deadline.
        if (!job.now().isBefore(deadline)) {
            expired = true;
            return;
        }
        ready = partner.order(request.order()).ready();
        if (!ready) {
            Instant next = job.now().plus(nextWait());
            job.pauseUntil(next.isBefore(deadline) ? next : deadline);
        }
    }

    private Duration nextWait() {
        Duration wait = request.firstWait().multipliedBy(1L << Math.min(polls, 20));
        polls++;
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** One operation a step, so that each has a key of its own, which stays the same when the step is done again. */
    private void operate(JobContext job) throws IOException, InterruptedException {
        String operation = request.operations().get(receipts.size());
        receipts.add(partner.operate(request.order(), operation, job.idempotencyKey())
                .number());
        job.progress(receipts.size(), request.operations().size());
    }

    /**
     * The partner's webhook. It may come early, twice or from somebody else, so it is no more than a reason to ask at once, and
     * at short intervals again.
     */
    @OnSignal("ready")
    void heard() {
        polls = 0;
    }

    @Terminate
    boolean isDone() {
        return expired || (ready && receipts.size() == request.operations().size());
    }

    @OnComplete
    Outcome outcome() {
        return new Outcome(ready, receipts);
    }
}

package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.sim.Point.Call;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lambda, a store and virtual time, in which the chains of one job, and those of its children's, run for real: the product's
 * own engine, with the calls that leave it simulated. Everything that happens follows from the {@link FaultPlan}.
 */
public final class World {

    /** When worlds begin, in milliseconds of the epoch. */
    public static final long BEGINNING = 1_800_000_000_000L;

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    private static final int ATTEMPTS = 3;
    /** More than any chain of a test takes; a world that reaches it does not come to an end. */
    private static final long EVENTS = 300_000;

    private final Scheduler scheduler = new Scheduler(BEGINNING, EVENTS);
    private final CheckpointStore store;
    private final Workload job;
    private final Jobs jobs;
    private final Tempo tempo;
    private final FaultPlan plan;
    private final Graces graces;
    private final Transcript transcript;
    private final Sweeps sweeps;
    final Others others = new Others();
    private int requests;
    private int points;
    private int invocations;
    private int overslept;
    private int longestEvent;

    /**
     * A world in which nothing has happened.
     *
     * @param store what is shared by all processes
     * @param transcript where it notes what happens
     */
    public World(
            CheckpointStore store, Workload job, Tempo tempo, FaultPlan plan, Graces graces, Transcript transcript) {
        this.store = store;
        this.job = job;
        this.jobs = new Jobs(store);
        jobs.add(job);
        this.tempo = tempo;
        this.plan = plan;
        this.graces = graces;
        this.transcript = transcript;
        this.sweeps = new Sweeps(this, jobs, scheduler, store, plan, graces);
    }

    /** Adds the job of children. */
    public void add(Workload other) {
        jobs.add(other);
    }

    /** Tells others of the ends of chains. */
    public void tellEnds(Consumer<String> listening) {
        others.listen(listening);
    }

    /** Sends a start event, a while from now. */
    public void start(String event, long delayMillis) {
        start(event, delayMillis, null);
    }

    /**
     * Sends a start event, a while from now.
     *
     * @param tenant the tenant of a function with tenant isolation, or null
     */
    public void start(String event, long delayMillis, @Nullable String tenant) {
        deliver(new Delivery(job, event, "start-" + requests++, TRACE, tenant), 1, delayMillis);
    }

    /** Does something at a time from now, such as asking a chain to stop. */
    public void later(long millis, Runnable action) {
        scheduler.at(scheduler.now() + millis, action);
    }

    /** Lets the world go on until all chains of the job have ended, and nothing is on its way any more. */
    public void run() {
        sweeps.begin();
        scheduler.run();
    }

    /** What an operator does to the chains of this world. */
    private ChainControl control() {
        SimProcess operator = new SimProcess(scheduler, 0, 60_000);
        return new ChainControl(store, continuation(new Calls(this, operator, "operator", 1)), operator, graces);
    }

    /** Asks every chain that is alive to stop. */
    public void requestStop(String reason) {
        living().forEach(chain -> requestStop(chain, reason));
    }

    /** Sends a signal to every chain that is alive, by the function's own door. */
    public void signal(String name, String id, String payload) {
        for (ChainRecord chain : living()) {
            String tenant = chain.identity().tenantId();
            deliver(
                    new Delivery(
                            job,
                            Envelope.signal(chain.chainId(), name, id, payload),
                            "signal-" + requests++,
                            TRACE,
                            tenant),
                    1,
                    0);
        }
    }

    private void requestStop(ChainRecord chain, String reason) {
        try {
            control().requestStop(chain.job(), chain.chainId(), reason);
        } catch (Killed e) {
            // It stands in the record: a chain that waits is woken by the sweeper.
            note("operator", () -> "died");
        } catch (StoreUnavailableException e) {
            // A transaction has the record's row: whoever asks tries again.
            later(
                    1_000,
                    () -> store.read(chain.job(), chain.chainId())
                            .filter(now -> !now.status().terminal())
                            .ifPresent(now -> requestStop(now, reason)));
        }
    }

    /** The present of the world, in milliseconds of the epoch. */
    public long now() {
        return scheduler.now();
    }

    /** How many points have been reached. */
    public int points() {
        return points;
    }

    /** How many invocations have begun. */
    public int invocations() {
        return invocations;
    }

    /** How many hops the sweeper had to send. */
    public int swept() {
        return sweeps.sent();
    }

    /** How many waits of the engine went on beyond their invocation. */
    public int overslept() {
        return overslept;
    }

    /** The most characters that travelled with a hop: its event and its trace header. */
    public int longestEvent() {
        return longestEvent;
    }

    private void deliver(Delivery delivery, int attempt, long delay) {
        scheduler.spawnAt(scheduler.now() + delay, () -> invoke(delivery, attempt));
        long again = attempt == 1 ? plan.duplicateAfter() : -1;
        if (again >= 0) {
            scheduler.spawnAt(scheduler.now() + delay + again, () -> invoke(delivery, ATTEMPTS));
        }
    }

    private void invoke(Delivery delivery, int attempt) {
        invocations++;
        String requestId = delivery.requestId();
        Workload work = delivery.job();
        SimProcess process = new SimProcess(
                scheduler, plan.clockSkew(), work.options().timing().timeoutMillis());
        note(requestId, () -> "delivery " + attempt + " of " + delivery.event());
        try {
            Answer answer = engine(work, process, requestId, attempt)
                    .run(
                            delivery.event(),
                            new Invocation(
                                    requestId,
                                    ARN + work.options().name(),
                                    process::remainingMillis,
                                    delivery.trace(),
                                    delivery.tenant()));
            note(
                    requestId,
                    () -> answer instanceof HopAnswer hop
                            ? "answered " + hop.status() + ", hop " + hop.hop()
                            : "answered an operator");
        } catch (Exception | Killed | OutOfMemoryError e) {
            note(requestId, () -> e instanceof VirtualMachineError ? "died" : "threw " + e.getMessage());
            if (attempt < ATTEMPTS) {
                deliver(delivery, attempt + 1, plan.redeliveryDelay(attempt));
            } else {
                note(requestId, () -> "was given up");
            }
        } finally {
            // A transaction that the job has left open is over with its invocation.
            process.joined(false);
            overslept += process.overslept() ? 1 : 0;
        }
    }

    private Engine engine(Workload work, SimProcess process, String requestId, int attempt) {
        Calls calls = new Calls(this, process, requestId, attempt);
        return new Engine(
                new SimulatedJob(work.options(), work.in(calls), process, calls, tempo),
                new Surroundings(
                        new SimStore(store, calls, process),
                        continuation(calls),
                        process,
                        log(requestId),
                        graces,
                        others.ends(calls)));
    }

    Continuation continuation(Calls calls) {
        return new Continuation() {
            @Override
            public void send(NextHop next) {
                calls.call(
                        Call.SEND,
                        () -> {
                            dispatch(next);
                            return true;
                        },
                        () -> new ContinuationException("throttled: the test says so", new IOException("429"), true));
            }

            @Override
            public void close() {}
        };
    }

    private void dispatch(NextHop next) {
        String trace = next.traceHeader();
        longestEvent = Math.max(longestEvent, next.event().length() + (trace == null ? 0 : trace.length()));
        String name = next.functionArn().substring(ARN.length());
        Workload work = jobs.of(name);
        Delivery delivery = new Delivery(work, next.event(), "hop-" + requests++, trace, next.tenantId());
        deliver(delivery, 1, plan.deliveryDelay());
    }

    private List<ChainRecord> living() {
        return jobs.living(job.options().name());
    }

    /** The chains that a chain has started. */
    public List<ChainRecord> children(ChainRecord parent) {
        return jobs.children(parent);
    }

    HopLog log(String who) {
        return transcript.isKept()
                ? new HopLog(line -> transcript.noteLog(scheduler.elapsed(), who, line))
                : HopLog.silent();
    }

    Point reach(Call call, String requestId, int attempt) {
        return new Point(points++, call, requestId, attempt);
    }

    Fault fault(Point point) {
        return plan.at(point);
    }

    void note(String who, Supplier<String> what) {
        transcript.note(scheduler.elapsed(), who, what);
    }

    /** Lets this world begin later than others, in milliseconds of the epoch; nothing has happened in it yet. */
    public void beginAt(long millis) {
        scheduler.beginAt(millis);
    }
}

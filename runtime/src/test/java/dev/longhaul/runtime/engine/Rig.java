package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.memory.MemoryStore;
import dev.longhaul.runtime.sweep.SweepReport;
import dev.longhaul.runtime.sweep.Sweeper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An engine with a store, a virtual clock and a queue in the place of Lambda. */
final class Rig {

    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:Count:live";

    final VirtualTime time = new VirtualTime();
    CheckpointStore store = new MemoryStore();
    final Deque<NextHop> queue = new ArrayDeque<>();
    final List<String> log = new ArrayList<>();
    private @Nullable JobFactory job;
    private int requests;

    /** Where CloudWatch is to put the metrics, or null. */
    @Nullable
    String namespace;

    /** How often a hop has got ready for its handoff. */
    int prepared;

    /** Who is told of ends. */
    Ends ends = Ends.UNTOLD;

    /** The tenant that the function is invoked for, or null. */
    @Nullable
    String tenant;

    /** Whether there is a timer of waits, and what it was given, in milliseconds. */
    boolean hasTimer;

    final List<Long> timers = new ArrayList<>();

    /** What is called in the place of Lambda's Invoke. */
    Runnable beforeSend = () -> {};

    /** A function without a job. */
    Rig() {}

    Rig(JobFactory job) {
        this.job = job;
    }

    /** Deploys a job, which may know this rig, or another version of it. */
    Rig runs(JobFactory deployed) {
        job = deployed;
        return this;
    }

    private JobFactory job() {
        return Objects.requireNonNull(job, "no job is deployed");
    }

    HopAnswer deliver(String event) throws Exception {
        return deliver(event, "request-" + requests++);
    }

    HopAnswer deliver(String event, String requestId) throws Exception {
        return deliver(event, requestId, job().options().timing().timeoutMillis());
    }

    HopAnswer deliver(String event, String requestId, long timeout) throws Exception {
        return deliver(environment(), event, requestId, timeout);
    }

    /** Delivers an event to an environment that may have had others before. */
    HopAnswer deliver(Engine environment, String event, String requestId, long timeout) throws Exception {
        long deadline = time.nowMillis() + timeout;
        Invocation invocation =
                new Invocation(requestId, ARN, () -> Math.max(0, deadline - time.nowMillis()), "Root=1", tenant);
        return (HopAnswer) environment.run(event, invocation);
    }

    /** Delivers what an operator wants of a chain; the answer as JSON. */
    String operate(String event) throws Exception {
        Invocation invocation = new Invocation("operator-" + requests++, ARN, () -> 60_000, null, tenant);
        return environment().run(event, invocation).json();
    }

    /** Runs an event where nothing limits the time, as in a container. */
    HopAnswer runWithoutDeadline(String event) throws Exception {
        return (HopAnswer) environment().run(event, new Invocation("process:1", ARN, () -> Long.MAX_VALUE, null, null));
    }

    /** Delivers the start event and all that follows from it, with a sweep at the end of each wait; the last answer. */
    HopAnswer runToEnd(String event) throws Exception {
        HopAnswer last = deliver(event);
        while (last.status() == HopAnswer.Status.WAITING || !queue.isEmpty()) {
            if (queue.isEmpty()) {
                time.advance(Math.max(0, record(last.chainId()).leaseUntil() - time.nowMillis()));
                sweep();
            }
            last = deliver(queue.remove().event());
        }
        return last;
    }

    /** How many events have been delivered under a request id of their own. */
    int requests() {
        return requests;
    }

    ChainRecord record(String chainId) {
        return store.read(job().options().name(), chainId).orElseThrow();
    }

    /** The names of the events that were logged. */
    List<String> logged() {
        return log.stream().map(line -> line.split("\"")[3]).toList();
    }

    ChainControl control() {
        return new ChainControl(store, continuation(), time, Graces.STANDARD);
    }

    SweepReport sweep() {
        return new Sweeper(store, continuation(), time, new HopLog(log::add), Graces.STANDARD, ends).sweep(() -> true);
    }

    /** A new execution environment. */
    Engine environment() {
        HopLog lines = new HopLog(log::add);
        return new Engine(
                job(),
                new Surroundings(
                        store,
                        continuation(),
                        time,
                        namespace == null ? lines : lines.withMetricsIn(namespace),
                        Graces.STANDARD,
                        ends));
    }

    private Continuation continuation() {
        return new Continuation() {
            @Override
            public void prepare() {
                prepared++;
            }

            @Override
            public void send(NextHop next) {
                beforeSend.run();
                queue.add(next);
            }

            @Override
            public boolean sendLater(NextHop next, long delayMillis) {
                if (hasTimer) {
                    timers.add(delayMillis);
                    queue.add(next);
                }
                return hasTimer;
            }

            @Override
            public void close() {}
        };
    }
}

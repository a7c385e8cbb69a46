package dev.longhaul.runtime;

import dev.longhaul.runtime.children.Brood;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The chains that a chain has started: what stands in a field with {@code @Children}. Part of the state: what is done with it is
 * committed with the state, and done again with it.
 *
 * <pre>{@code
 * @Step
 * void next(JobContext job) {
 *     while (cursor < prefixes.size() && parts.hasRoom()) {
 *         parts.start(prefixes.get(cursor), new Request(prefixes.get(cursor)));
 *         cursor++;
 *     }
 *     parts.join(job, end -> moved += end.completed() ? end.result(Report.class).moved() : 0);
 * }
 *
 * @Terminate
 * boolean done() {
 *     return cursor == prefixes.size() && parts.isDone();
 * }
 * }</pre>
 *
 * <p>For the thread that calls the job's methods.
 *
 * @param <R> what the children's {@code @OnStart} takes
 */
public final class ChildChains<R> {

    private final Family family;
    private final Brood brood;
    private final ChildFields.Input<R> input;
    private final ChildFields.Result result;

    ChildChains(Family family, Brood brood, ChildFields.Input<R> input, ChildFields.Result result) {
        this.family = family;
        this.brood = brood;
        this.input = input;
        this.result = result;
    }

    /**
     * Starts a child, behind the commit of this step: once, however often the step is done. At most {@code maxRunning} run at a
     * time; more than those wait in the state until others have ended.
     *
     * @param name of 1 to 100 characters, a name of its own among the children of this chain
     * @param request its start event
     * @throws IllegalArgumentException when the name is empty or too long, or a child by it is alive
     * @throws IllegalStateException when {@code most} were started, or too many wait: see {@link #hasRoom}
     */
    public void start(String name, R request) {
        family.requireMayStart();
        try {
            StateWriter out = new StateWriter();
            input.write(request, out);
            brood.add(name, out.finish());
        } catch (IOException e) {
            throw new UncheckedIOException("the start event of a child can't be written: " + e.getMessage(), e);
        }
    }

    /** Whether less than {@code maxRunning} are alive: so many may be started without any that waits. */
    public boolean hasRoom() {
        return brood.hasRoom();
    }

    /** The same as {@link #join(JobContext, Consumer)}, for a job that only counts them. */
    public void join(JobContext job) {
        join(job, end -> {});
    }

    /**
     * Learns which children have ended. Where none has, and some run, the chain waits behind this step, without an invocation,
     * until half of them have, a signal comes, or a quarter of an hour is over.
     *
     * @param job this step's
     * @param news is given each end once: what it changes in the job is committed together with that
     */
    public void join(JobContext job, Consumer<? super ChildEnd> news) {
        family.join(brood, outcome -> news.accept(new ChildEnd(outcome, result)));
    }

    /** Whether none runs and none is to be started, as far as the last join has learned. */
    public boolean isDone() {
        return brood.isDone();
    }

    /** How many run, as far as the last join has learned. */
    public int running() {
        return brood.running();
    }

    /** How many wait to be started. */
    public int queued() {
        return brood.queued();
    }

    /** How many were started, or are to be. */
    public long started() {
        return brood.started();
    }

    /** How many have ended, as far as joins have learned. */
    public long ended() {
        return brood.completed() + brood.failed();
    }

    /** How many of those have completed. */
    public long completed() {
        return brood.completed();
    }

    /** How many of those have failed or were stopped. */
    public long failed() {
        return brood.failed();
    }

    /** The first 50 of those that failed, with their reasons, cut to 200 characters. */
    public List<ChildEnd> failures() {
        return brood.failures().stream()
                .map(outcome -> new ChildEnd(outcome, result))
                .toList();
    }

    /** Writes it into the state; generated handlers call it. */
    public void save(StateWriter out) throws IOException {
        brood.save(out);
    }

    /** Reads it from the state; generated handlers call it. */
    public void restore(StateReader in) throws IOException {
        brood.restore(in);
    }
}

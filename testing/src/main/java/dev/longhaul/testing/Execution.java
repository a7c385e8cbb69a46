package dev.longhaul.testing;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.testing.sim.FaultPlan;
import dev.longhaul.testing.sim.Tempo;
import dev.longhaul.testing.sim.Transcript;
import dev.longhaul.testing.sim.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run of one chain in a world of its own. */
final class Execution<J> {

    private final LongRunningHandler<J> handler;
    private final Duration patience;
    private final Transcript transcript = Transcript.kept();
    private final CheckpointStore store;
    private final World world;
    private @Nullable ChainRecord chain;

    Execution(
            JobUnderTest<J> job,
            List<JobUnderTest<?>> children,
            CheckpointStore store,
            Tempo tempo,
            UnaryOperator<JobOptions> options,
            FaultPlan plan,
            Duration patience) {
        this.handler = job.handler();
        this.store = store;
        this.patience = patience;
        this.world = new World(store, job.with(options), tempo, plan, Graces.STANDARD, transcript);
        children.forEach(child -> world.add(child.with(options)));
    }

    void run(Beginning beginning, List<Trouble> troubles, List<LaterSignal> signals) {
        beginning.in(world, store);
        for (Trouble trouble : troubles) {
            if (trouble instanceof Trouble.Stop stop) {
                world.later(stop.afterMillis(), () -> world.requestStop(stop.reason()));
            }
        }
        for (LaterSignal signal : signals) {
            world.later(signal.after().toMillis(), () -> world.signal(signal.name(), signal.id(), signal.payload()));
        }
        FutureTask<Void> task = new FutureTask<>(world::run, null);
        Thread thread = new Thread(task, "longhaul-tester");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(told("the run has not ended after " + patience.toSeconds()
                    + " s of real time. Does a step wait for something, or loop without asking shouldYield()?"
                    + Stuck.where()));
        } catch (ExecutionException e) {
            throw new AssertionError(told("the run broke off: " + e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(told("the run was interrupted"), e);
        }
        chain = store.list(handler.options().name(), Integer.MAX_VALUE).chains().stream()
                .filter(begun -> begun.identity().parent() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(told("no chain was begun")));
    }

    /** What became of it. */
    ChainRun<J> run() {
        return new ChainRun<>(
                handler, Objects.requireNonNull(chain, "the run has no end yet"), world.children(chain), transcript);
    }

    int points() {
        return world.points();
    }

    private String told(String what) {
        return what + "\nWhat happened:\n" + transcript.excerpt();
    }
}

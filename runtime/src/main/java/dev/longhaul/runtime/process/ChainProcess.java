package dev.longhaul.runtime.process;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.log.Activity;
import dev.longhaul.runtime.protocol.Processes;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the chains of a job in this process, until its time is up or it is asked to leave: then each is handed off from its last
 * step. Thread-safe.
 */
public final class ChainProcess {

    /** How long a chain is left alone whose hop could not be run here, in milliseconds. */
    private static final long LEFT_ALONE = 60_000;

    /** What a hop may take beyond the time that it was given, in milliseconds. */
    private static final long LAST_WORDS = 1_000;

    private final Engine engine;
    private final Surroundings surroundings;
    private final String job;
    private final long safeMillis;
    private final TimeLeft left;
    private final Settings settings;
    private final FreeChains free;
    /** By chain: until when it is not taken again, in milliseconds of the epoch. */
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    /** What lets it look before the time for that has come. */
    private final Semaphore news = new Semaphore(0);

    /**
     * How it works.
     *
     * @param atOnce how many chains run at a time
     * @param lookMillis how often it looks for chains
     * @param function what stands in the records of chains that begin here: the ARN of the function that goes on with them, or a
     *     name of this process
     */
    public record Settings(int atOnce, long lookMillis, String function) {}

    /**
     * A process that does not run anything yet.
     *
     * @param left what is left of it
     * @throws IllegalArgumentException when the store can't do what the job's options ask for
     */
    public ChainProcess(JobFactory factory, Surroundings surroundings, TimeLeft left, Settings settings) {
        this.engine = new Engine(factory, surroundings);
        this.surroundings = surroundings;
        this.job = factory.options().name();
        this.safeMillis = factory.options().timing().safeMillis();
        this.left = left;
        this.settings = settings;
        this.free = new FreeChains(surroundings.store(), job, surroundings.log());
    }

    /** Runs the chains that nobody runs, as they are found, and returns when the last one is handed off. */
    public void serve() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(settings.atOnce());
        try {
            while (mayTake()) {
                look(threads);
                awaitNews();
            }
        } finally {
            left.endIn(safeMillis);
            threads.shutdown();
            // A step that does not return is left behind: its chain is handed off without it.
            threads.awaitTermination(left.getAsLong() + LAST_WORDS, TimeUnit.MILLISECONDS);
        }
    }

    private void look(ExecutorService threads) {
        long now = surroundings.time().nowMillis();
        taken.values().removeIf(until -> until <= now);
        int idle = settings.atOnce()
                - (int) taken.values().stream()
                        .filter(until -> until == Long.MAX_VALUE)
                        .count();
        if (idle == 0) {
            return;
        }
        try {
            for (ChainRecord chain : free.find(now, idle, found -> !taken.containsKey(found.chainId()))) {
                taken.put(chain.chainId(), Long.MAX_VALUE);
                threads.execute(() -> hop(chain));
            }
        } catch (StoreUnavailableException e) {
            notFound(e);
        }
    }

    private void hop(ChainRecord chain) {
        try {
            NextHop next = NextHop.of(chain);
            String function = Processes.is(next.functionArn()) ? settings.function() : next.functionArn();
            engine.run(next.event(), invocation(function, next.tenantId()));
        } catch (Exception e) {
            surroundings.log().trouble(chain, Activity.RUNNING_IN_PROCESS, e);
            taken.put(chain.chainId(), surroundings.time().nowMillis() + LEFT_ALONE);
        } finally {
            // Also where an error ends its thread.
            taken.remove(chain.chainId(), Long.MAX_VALUE);
            news.release();
        }
    }

    /**
     * Starts the chain of a name, unless there is one.
     *
     * @param input its start event as JSON
     * @return what the function would answer
     * @throws Exception when it could not be started, or not be brought to the end of its first hop
     */
    public Answer start(String name, String input) throws Exception {
        return engine.run(Envelope.start(name, input), invocation(settings.function(), null));
    }

    /**
     * Runs a chain whenever nobody else does, until it has ended or this process has to leave.
     *
     * @return the chain as it stands then; empty where there is none
     */
    public Optional<ChainRecord> follow(String chainId) throws InterruptedException {
        while (true) {
            try {
                Optional<ChainRecord> chain = surroundings.store().read(job, chainId);
                if (chain.isEmpty() || chain.get().status().terminal() || !mayTake()) {
                    return chain;
                }
                if (isFree(chain.get())) {
                    hop(chain.get());
                    continue;
                }
            } catch (StoreUnavailableException e) {
                notFound(e);
            }
            awaitNews();
        }
    }

    private boolean isFree(ChainRecord chain) {
        long now = surroundings.time().nowMillis();
        return taken.getOrDefault(chain.chainId(), 0L) <= now
                && (chain.status() == ChainStatus.HANDED_OFF || chain.leaseOver(now));
    }

    /** Asks it to leave: no chain is taken any more, and those that run are handed off within so many milliseconds. */
    public void leave(long millis) {
        // Below the threshold at once, so that no time is lost in which there is some.
        left.endIn(Math.min(millis, safeMillis));
        news.release();
    }

    private boolean mayTake() {
        return left.getAsLong() > safeMillis;
    }

    private void awaitNews() throws InterruptedException {
        long untilEnd = Math.max(1, left.getAsLong() - safeMillis);
        if (news.tryAcquire(Math.min(settings.lookMillis(), untilEnd), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void notFound(StoreUnavailableException failure) {
        surroundings.log().notice("the store can't be reached, and is looked into again: " + failure.getMessage());
    }

    private Invocation invocation(String function, @Nullable String tenant) {
        return new Invocation(Processes.named(UUID.randomUUID().toString()), function, left, null, tenant);
    }
}

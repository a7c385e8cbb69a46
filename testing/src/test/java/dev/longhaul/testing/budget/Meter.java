package dev.longhaul.testing.budget;

import com.sun.management.ThreadMXBean;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.time.Time;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs hops of a chain on this thread, and counts what they use. The watchdog looks only when it is told to. */
final class Meter implements Time, Continuation, CheckpointStore {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Engine engine;
    private final Deque<NextHop> queue = new ArrayDeque<>();

    /** The write of each hop at which its time gets short. */
    long timeEndsAt = Long.MAX_VALUE;

    private long remaining;
    private @Nullable LongSupplier look;
    private @Nullable ChainRecord record;

    long clockReads;
    long reads;
    long writes;
    long bytesAllocated;
    long lastRecordBytes;

    Meter(LongRunningHandler<?> handler) {
        engine = new Engine(handler.jobs(), new Surroundings(this, this, this, HopLog.silent(), Graces.STANDARD));
    }

    /** Runs the hop of an event, and counts from zero. */
    void hop(String event) throws Exception {
        clockReads = 0;
        reads = 0;
        writes = 0;
        remaining = 900_000;
        Invocation invocation = new Invocation("request", "arn", () -> remaining, null, null);
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        engine.run(event, invocation);
        bytesAllocated = THREADS.getThreadAllocatedBytes(thread) - before;
    }

    /** The event that the last hop has sent. */
    String next() {
        return queue.remove().event();
    }

    @Override
    public long nowMillis() {
        clockReads++;
        return 1_000;
    }

    @Override
    public void pause(long millis) {
        throw new IllegalStateException("nothing here is worth waiting for");
    }

    @Override
    public Ticking tick(String name, LongSupplier once) {
        look = once;
        look();
        return () -> look = null;
    }

    private void look() {
        if (look != null && look.getAsLong() < 0) {
            look = null;
        }
    }

    @Override
    public void send(NextHop next) {
        queue.add(next);
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        reads++;
        return Optional.ofNullable(record);
    }

    /** Encodes it, as each store that keeps it outside the process must. */
    @Override
    public boolean write(ChainRecord next) {
        writes++;
        lastRecordBytes = ChainJson.write(next).getBytes(StandardCharsets.UTF_8).length;
        record = next;
        if (writes == timeEndsAt) {
            remaining = 30_000;
            look();
        }
        return true;
    }

    @Override
    public Listing overdue(long now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Listing list(String job, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long maxRecordBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return "meter:";
    }

    @Override
    public void close() {}
}

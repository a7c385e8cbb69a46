package dev.longhaul.testing.money;

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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a chain hop by hop in virtual time, with DynamoDB and Lambda as far as their bills know them. */
final class Ledger implements Time, Continuation, CheckpointStore {

    /** What the SDK, a cold function and its first requests take before the first step: each hop pays it here. */
    private static final long COLD_START_MILLIS = 1_500;

    private static final long REQUEST_MILLIS = 10;
    private static final long INVOKE_MILLIS = 50;
    private static final long TIMEOUT_MILLIS = 900_000;

    /** What an item has beside the record. */
    private static final long ITEM_BYTES = 200;

    private static final int WRITE_UNIT = 1_024;
    private static final int READ_UNIT = 4_096;

    private final Engine engine;
    private long now = 1_000;
    private long deadline;
    private long nextLook;
    private @Nullable LongSupplier look;
    private @Nullable NextHop next;
    private @Nullable ChainRecord record;

    long billedMillis;
    long workMillis;
    long hops;
    long writeUnits;
    long readUnits;

    Ledger(LongRunningHandler<?> handler) {
        engine = new Engine(handler.jobs(), new Surroundings(this, this, this, HopLog.silent(), Graces.STANDARD));
    }

    /** Runs a chain to its end, and answers its record. */
    ChainRecord run(String start) throws Exception {
        next = new NextHop("arn", start, null, null);
        while (next != null) {
            String event = next.event();
            next = null;
            hops++;
            long began = now;
            deadline = began + TIMEOUT_MILLIS;
            now += COLD_START_MILLIS;
            engine.run(event, new Invocation("request-" + hops, "arn", () -> deadline - now, null, null));
            billedMillis += now - began;
        }
        if (record == null) {
            throw new IllegalStateException("nothing was written");
        }
        return record;
    }

    /** The job works. */
    void work(long millis) {
        now += millis;
        workMillis += millis;
        if (look != null && now >= nextLook) {
            look();
        }
    }

    private void look() {
        long wait = look == null ? -1 : look.getAsLong();
        nextLook = now + wait;
        look = wait < 0 ? null : look;
    }

    @Override
    public long nowMillis() {
        return now;
    }

    @Override
    public void pause(long millis) {
        now += millis;
    }

    @Override
    public Ticking tick(String name, LongSupplier once) {
        look = once;
        look();
        return () -> look = null;
    }

    @Override
    public void send(NextHop hop) {
        now += INVOKE_MILLIS;
        next = hop;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        now += REQUEST_MILLIS;
        readUnits += record == null ? 1 : units(record, READ_UNIT);
        return Optional.ofNullable(record);
    }

    @Override
    public boolean write(ChainRecord written) {
        now += REQUEST_MILLIS;
        // The index of leases is written where the lease is another one: at most two units at each write.
        boolean leased = record == null || record.leaseUntil() != written.leaseUntil();
        writeUnits += units(written, WRITE_UNIT) + (leased ? 2 : 0);
        record = written;
        return true;
    }

    private static long units(ChainRecord record, int unit) {
        long bytes = ITEM_BYTES + ChainJson.write(record).getBytes(StandardCharsets.UTF_8).length;
        return (bytes + unit - 1) / unit;
    }

    @Override
    public Listing overdue(long before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Listing list(String job, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long maxRecordBytes() {
        return 396L * 1_024;
    }

    @Override
    public String name() {
        return "ledger:";
    }

    @Override
    public void close() {}
}

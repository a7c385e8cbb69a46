package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.engine.HopControl;
import dev.longhaul.runtime.engine.Job;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A job whose state tells whether every unit of its work was applied exactly once and in order: each hashes its own number
 * into it. Units have effects on the outside under idempotency keys, or write rows in one transaction with the state; they
 * make checkpoints in the middle of a step, throw, wait, take signals, and leave things behind, each by its number.
 */
final class ProofJob implements Workload {

    private static final long SEED = 0x9E3779B97F4A7C15L;
    /** Waits that are spent in a hop, and some that are not. */
    private static final List<Long> PAUSES = List.of(400L, 6_000L, 30_000L, 95_000L, 3_600_000L);

    private static final int LONG_MESSAGE = 50_000;

    /**
     * What the job is like.
     *
     * @param target how many units it does before it is done
     * @param throwing whether some units throw before they work
     * @param unitBytes by how much the state grows with each unit
     */
    record Nature(int target, boolean throwing, int unitBytes) {}

    private final JobOptions options;
    private final Nature nature;
    private final SimDatabase database;
    /** The units by the key of their effect, and the keys by the unit. */
    final Map<String, Long> effects = new HashMap<>();

    private final Map<String, String> keys = new HashMap<>();
    private final List<Long> hashes = new ArrayList<>(List.of(SEED));
    private final Map<String, Integer> throwsSeen = new HashMap<>();
    /** How often a unit was done, all told. */
    int executions;

    ProofJob(JobOptions options, Nature nature, SimDatabase database) {
        this.options = options;
        this.nature = nature;
        this.database = database;
    }

    /** The hash after so many units. */
    long hash(long units) {
        while (hashes.size() <= units) {
            int unit = hashes.size() - 1;
            hashes.add(next(hashes.get(unit), unit));
        }
        return hashes.get((int) units);
    }

    private static long next(long hash, long unit) {
        long mixed = (hash ^ unit) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }

    int target() {
        return nature.target;
    }

    /** Whether a unit has an effect under a key. */
    static boolean hasEffect(long unit) {
        return unit % 4 != 1 && !hasRow(unit);
    }

    /** Whether a unit writes a row, where the checkpoints are in a database. */
    static boolean hasRow(long unit) {
        return unit % 6 == 3;
    }

    /** Whether the effect of a unit was made. */
    boolean madeEffect(String chainId, long unit) {
        return keys.containsKey(chainId + '#' + unit);
    }

    @Override
    public JobOptions options() {
        return options;
    }

    @Override
    public JobFactory in(KillPoints points) {
        return new JobFactory() {
            @Override
            public JobOptions options() {
                return options;
            }

            @Override
            public void checkEvent(StateReader event) throws IOException {
                event.skip();
            }

            @Override
            public void checkSignal(String name, StateReader payload) throws IOException {
                payload.int32();
            }

            @Override
            public Job create(HopControl hop) {
                return new Hashing(hop, points);
            }
        };
    }

    private final class Hashing implements Job {
        private final HopControl hop;
        private final KillPoints points;
        private long count;
        private long hash = SEED;
        /** Whether the effect of the next unit was made, and a checkpoint behind it. */
        private boolean paid;
        /** The signals that were taken, in their order. */
        private final List<Integer> heard = new ArrayList<>();

        Hashing(HopControl hop, KillPoints points) {
            this.hop = hop;
            this.points = points;
        }

        @Override
        public void start(StateReader event) {
            hash = SEED;
        }

        @Override
        public void signal(Signal signal) {
            heard.add(Integer.valueOf(signal.payload()));
            if (nature.throwing
                    && heard.size() % 4 == 3
                    && throwsSeen.merge(hop.chainId() + "!" + signal.id(), 1, Integer::sum) == 1) {
                throw new IllegalStateException("not yet");
            }
        }

        @Override
        public void step() throws Exception {
            long unit = count;
            refuse(unit);
            if (database.open() && hasRow(unit)) {
                transact(unit);
            } else if (unit % 13 == 6) {
                payFirst();
            } else {
                apply();
            }
            if (unit % 5 == 4 || unit % 7 == 6) {
                hop.checkpoint();
            }
            if (unit % 7 == 6 && count < nature.target && !hasRow(count)) {
                // More than one unit in a step, with a checkpoint between them.
                apply();
            }
            if (unit % 17 == 5) {
                Thread.currentThread().interrupt();
            }
            if (unit % 11 == 7) {
                hop.pauseUntil(hop.nowMillis() + PAUSES.get((int) (unit % PAUSES.size())));
            }
        }

        /** Throws before the first two tries of some units. */
        private void refuse(long unit) {
            if (nature.throwing && unit % 19 == 8) {
                int seen = throwsSeen.merge(hop.chainId() + '#' + unit, 1, Integer::sum);
                if (seen <= 2) {
                    throw new IllegalStateException("not yet: " + "x".repeat(seen == 1 ? LONG_MESSAGE : 0));
                }
            }
        }

        private void apply() {
            if (hasEffect(count)) {
                effect();
            }
            done();
        }

        /** The effect, a checkpoint, and a rest that asks for no key and does nothing where it is done again. */
        private void payFirst() {
            if (!paid) {
                effect();
                paid = true;
                hop.checkpoint();
            }
            paid = false;
            done();
        }

        private void effect() {
            String key = hop.idempotencyKey();
            String unit = hop.chainId() + '#' + count;
            Long other = effects.putIfAbsent(key, count);
            String before = keys.putIfAbsent(unit, key);
            if (other != null && other != count) {
                throw new Invariants.Broken(
                        "no loss: the units " + other + " and " + count + " have one idempotency key, " + key);
            }
            if (before != null && !before.equals(key)) {
                throw new Invariants.Broken(
                        "no loss: unit " + count + " has two idempotency keys, " + before + " and " + key);
            }
        }

        /** A row and the state in one transaction; a failure of it is caught now and then. */
        private void transact(long unit) throws SQLException {
            try (Connection transaction = points.watch(database.connect())) {
                transaction.setAutoCommit(false);
                SimDatabase.insert(transaction, hop.chainId(), unit);
                done();
                hop.checkpoint(transaction);
                transaction.commit();
            } catch (SQLException e) {
                if (unit % 4 == 3) {
                    throw e;
                }
            }
        }

        private void done() {
            executions++;
            hash = next(hash, count);
            count++;
        }

        @Override
        public boolean isDone() {
            return count >= nature.target;
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            result.integer(hash);
        }

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(count);
            out.field("hash").integer(hash);
            out.field("paid").bool(paid);
            out.field("heard").values(heard);
            if (nature.unitBytes > 0) {
                out.field("load").string("x".repeat((int) count * nature.unitBytes));
            }
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "count" -> count = in.int64();
                    case "hash" -> hash = in.int64();
                    case "paid" -> paid = in.bool();
                    case "heard" -> heard.addAll(in.list(Integer.class));
                    default -> in.skip();
                }
            }
        }

        @Override
        public void close() {}
    }
}

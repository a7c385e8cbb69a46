package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What holds of every record of a chain, and from each to the next one. */
final class Invariants {

    /** A broken invariant. It fails the test, whatever catches exceptions on the way. */
    static final class Broken extends VirtualMachineError {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private static final int HISTORY = 12;
    private static final String LONG_TEXT = "x".repeat(100_000);

    private final ProofJob job;
    private final JobOptions options;
    private final SimDatabase database;
    private final long largest;
    private final long longestLease;
    private final Supplier<List<ChainRecord>> all;
    private final Map<String, Integer> claims = new HashMap<>();
    /** The signals that each chain has accepted, in their order. */
    private final Map<String, List<Integer>> signals = new HashMap<>();
    /** The claims of each chain since it got on: by work, or by a step that threw. */
    private final Map<String, Integer> idle = new HashMap<>();

    /**
     * Those of the chains of one job.
     *
     * @param largest the most bytes of a record, or {@link Long#MAX_VALUE}
     * @param longestLease beyond which no lease may be, in milliseconds
     * @param all the chains as they are stored
     */
    Invariants(ProofJob job, SimDatabase database, long largest, long longestLease, Supplier<List<ChainRecord>> all) {
        this.job = job;
        this.options = job.options();
        this.database = database;
        this.largest = largest;
        this.longestLease = longestLease;
        this.all = all;
    }

    /** Checks a record that was written; {@code before} is the one before it, or null. */
    void check(ChainRecord before, ChainRecord next) {
        checkWork(next);
        checkPoison(next);
        checkSignals(before, next);
        checkMove(before, next);
    }

    private void checkWork(ChainRecord next) {
        if (next.state() == null) {
            return;
        }
        State state = state(next);
        require(state.hash == job.hash(state.count), () -> "no loss: " + next.state() + " is no state of the job");
        require(next.steps() >= 0 && state.count >= 0, () -> "no loss: " + next.state());
        if (database.open()) {
            List<Long> expected = LongStream.range(0, state.count)
                    .filter(ProofJob::hasRow)
                    .boxed()
                    .toList();
            List<Long> rows = database.rows(next.chainId());
            require(
                    rows.equals(expected),
                    () -> "no loss: the rows are " + rows + ", and the state is " + next.state());
        }
    }

    /** Each signal that was accepted waits or was heard, once and in its order, and a chain that completes has heard all. */
    private void checkSignals(ChainRecord before, ChainRecord next) {
        List<Integer> known = signals.computeIfAbsent(next.chainId(), chain -> new ArrayList<>());
        List<Integer> waiting = waiting(next);
        if (before != null && waiting.size() > waiting(before).size()) {
            known.add(waiting.get(waiting.size() - 1));
        }
        List<Integer> all = new ArrayList<>(state(next).heard);
        all.addAll(waiting);
        require(all.equals(known), () -> "no loss: heard or waiting are " + all + ", and accepted were " + known);
        require(new HashSet<>(known).size() == known.size(), () -> "no loss: a signal was accepted twice: " + known);
        require(
                waiting.isEmpty() || (next.status() != ChainStatus.COMPLETED && next.status() != ChainStatus.WAITING),
                () -> "no loss: " + next.status() + ", and signals wait: " + waiting);
    }

    private static List<Integer> waiting(ChainRecord chain) {
        return chain.inbox().waiting().stream()
                .map(signal -> Integer.valueOf(signal.payload()))
                .toList();
    }

    /** What was written can be read, asked to stop, swept and ended, with whatever message. */
    private void checkPoison(ChainRecord next) {
        require(
                next.history().size() <= HISTORY,
                () -> "no poison: the history has " + next.history().size());
        if (largest == Long.MAX_VALUE) {
            return;
        }
        require(ChainJson.read(ChainJson.write(next)).equals(next), () -> "no poison: it is read as another record");
        if (next.status().terminal()) {
            return;
        }
        long now = next.updatedAt() + 1;
        Ending why = new Ending(null, Failure.of(new IllegalStateException(LONG_TEXT)), null, now, 0);
        for (ChainRecord possible : List.of(
                Interventions.stop(next, LONG_TEXT, now, now, now),
                Interventions.sweep(next, now, now + 1),
                Commits.finish(Interventions.sweep(next, now, now + 1), ChainStatus.FAILED, null, why, now))) {
            int bytes = ChainJson.write(possible).getBytes(StandardCharsets.UTF_8).length;
            require(bytes <= largest, () -> "no poison: there is no room left to end " + next.chainId());
        }
    }

    private void checkMove(ChainRecord before, ChainRecord next) {
        require(
                next.leaseUntil() < Long.MAX_VALUE && next.leaseUntil() <= next.updatedAt() + longestLease,
                () -> "no orphan: the lease of " + next + " is beyond what the sweeper will find");
        if (options.singleChain() && next.state() != null && !next.status().terminal()) {
            require(
                    all.get().stream().noneMatch(other -> isAlive(other) && !isSame(other, next)),
                    () -> "no fork: " + next.chainId() + " works while another chain of the job is alive");
        }
        int waits = next.usage().waitsCounted();
        require(waits <= options.limits().maxWakes(), () -> "no runaway: " + waits + " waits");
        require(next.hop() <= options.limits().maxHops() + waits, () -> "no runaway: hop " + next.hop());
        if (before == null) {
            require(next.epoch() == 1 && next.hop() == 0, () -> "a chain begins at hop 0, epoch 1");
            countClaim(next);
            return;
        }
        if (before.status().terminal()) {
            require(isNotice(before, next), () -> "no zombie: a chain that has ended was written: " + next);
            return;
        }
        require(next.epoch() >= before.epoch(), () -> "no fork: the epoch went back");
        require(next.steps() >= before.steps(), () -> "no loss: the steps went back");
        require(
                before.state() == null || state(next).count >= state(before).count,
                () -> "no loss: the state went back");
        if (before.status() == ChainStatus.RUNNING
                && next.status() == ChainStatus.HANDED_OFF
                && next.sweeps() == before.sweeps()) {
            require(next.hop() == before.hop() + 1, () -> "no runaway: a handoff that does not count its hop");
        }
        checkWait(before, next);
        if (next.steps() > before.steps() || next.failedAttempts() > before.failedAttempts() || waits(before, next)) {
            idle.remove(next.chainId());
        }
        checkClaim(before, next);
        if (!next.owner().equals(before.owner())) {
            require(
                    next.epoch() > before.epoch(),
                    () -> "no zombie: " + next.owner() + " wrote under another one's epoch");
        }
    }

    /** Whether no more has changed than how often others may be told of an end that they were not told of. */
    private static boolean isNotice(ChainRecord before, ChainRecord next) {
        int notices = next.ending().notices();
        return before.untold()
                && notices < before.ending().notices()
                && next.equals(before.change()
                        .leaseUntil(next.leaseUntil())
                        .ending(part -> part.withNotices(notices))
                        .build());
    }

    private static void checkWait(ChainRecord before, ChainRecord next) {
        boolean waits = next.status() == ChainStatus.WAITING;
        require(
                next.usage().waits() == before.usage().waits() + (waits ? 1 : 0),
                () -> "no runaway: a wait that does not count");
        require(!waits || next.stopRequested() == null, () -> "no runaway: a chain waits that is to stop");
        boolean woken = next.inbox().waiting().size() > before.inbox().waiting().size();
        if (before.status() == ChainStatus.WAITING && !next.status().terminal() && !woken) {
            require(
                    next.updatedAt() >= before.leaseUntil(),
                    () -> "no loss: a wait was cut short by " + (before.leaseUntil() - next.updatedAt()) + " ms");
        }
    }

    private void checkClaim(ChainRecord before, ChainRecord next) {
        boolean claim = next.status() == ChainStatus.RUNNING && before.status() == ChainStatus.HANDED_OFF;
        boolean takeover = !claim && next.status() == ChainStatus.RUNNING && next.epoch() > before.epoch();
        if (!claim && !takeover) {
            return;
        }
        require(next.epoch() > before.epoch(), () -> "no fork: a claim under an old epoch");
        require(
                next.hop() == before.hop(),
                () -> "no fork: hop " + before.hop() + " was handed off, and hop " + next.hop() + " was claimed");
        require(
                claim || next.owner().equals(before.owner()) || next.updatedAt() >= before.leaseUntil(),
                () -> "no fork: " + next.owner() + " took the chain from " + before.owner() + " during its lease");
        countClaim(next);
    }

    /** Each invocation that claimed counts, however it ended; those beyond the bound only end the chain. */
    private void countClaim(ChainRecord next) {
        int count = claims.merge(next.chainId(), 1, Integer::sum);
        require(
                count
                        <= 3 * (options.limits().maxHops() + next.usage().waitsCounted())
                                + options.limits().maxStalledHops(),
                () -> "no runaway: " + count + " invocations have claimed the chain");
        int still = idle.merge(next.chainId(), 1, Integer::sum);
        require(
                still <= 3 * options.limits().maxStalledHops(),
                () -> "no runaway: " + still + " invocations in a row have not got on");
    }

    /** Whether a hop ends that waits, or whose step waits for its next try. */
    private static boolean waits(ChainRecord before, ChainRecord next) {
        return next.status() == ChainStatus.WAITING
                || (before.failedAttempts() > 0
                        && before.status() == ChainStatus.RUNNING
                        && next.status() == ChainStatus.HANDED_OFF
                        && next.stalledHops() == 0);
    }

    private static boolean isAlive(ChainRecord chain) {
        return chain.state() != null && !chain.status().terminal();
    }

    private static boolean isSame(ChainRecord one, ChainRecord other) {
        return one.chainId().equals(other.chainId());
    }

    record State(long count, long hash, List<Integer> heard) {}

    static State state(ChainRecord record) {
        if (record.state() == null) {
            return new State(0, 0, List.of());
        }
        long count = -1;
        long hash = 0;
        List<Integer> heard = List.of();
        try {
            StateReader in = new StateReader(record.state().json());
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "count" -> count = in.int64();
                    case "hash" -> hash = in.int64();
                    case "heard" -> heard = in.list(Integer.class);
                    default -> in.skip();
                }
            }
        } catch (IOException e) {
            throw new Broken("no poison: the state can't be read: " + e.getMessage());
        }
        return new State(count, hash, heard);
    }

    static void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new Broken(what.get());
        }
    }
}

package dev.longhaul.testing.sim;

import static dev.longhaul.testing.sim.Invariants.require;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.CheckpointStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds of the records of parents and their children, and from each to the next one. */
final class FamilyInvariants {

    /** More than passes between a look at the children and the commit behind it. */
    private static final long SLACK = 600_000;

    private final FamilyJob job;
    private final CheckpointStore records;
    private final boolean calm;

    /**
     * Those of the families of a store.
     *
     * @param calm whether nothing goes wrong in this world
     */
    FamilyInvariants(FamilyJob job, CheckpointStore records, boolean calm) {
        this.job = job;
        this.records = records;
        this.calm = calm;
    }

    /** Checks a record that was written; {@code before} is the one before it, or null. */
    void check(ChainRecord before, ChainRecord next) {
        if (before != null) {
            require(!before.status().terminal(), () -> "no zombie: a chain that has ended was written: " + next);
            require(next.epoch() >= before.epoch(), () -> "no fork: the epoch went back");
            require(next.steps() >= before.steps(), () -> "no loss: the steps went back");
        }
        if (next.job().equals(FamilyJob.PARENT)) {
            checkParent(before, next);
        } else {
            checkChild(before, next);
        }
    }

    private void checkChild(ChainRecord before, ChainRecord next) {
        ChainRecord parent = parent(next);
        String name = name(next);
        if (before == null) {
            require(
                    FamilyJob.number(name) < State.of(parent).next,
                    () -> "no fork: " + next.chainId() + " was started before that was committed");
            long alive = children(parent).stream()
                    .filter(child -> !child.status().terminal())
                    .count();
            require(
                    alive <= job.nature().maxRunning(),
                    () -> "no runaway: " + alive + " children run, and "
                            + job.nature().maxRunning() + " may");
            return;
        }
        requireNotAbandoned(parent, next);
    }

    /** A child of a parent that has ended and stops its children has ended, is to stop, or ends before its first step. */
    private void requireNotAbandoned(ChainRecord parent, ChainRecord child) {
        require(
                !isAbandoned(parent)
                        || child.status().terminal()
                        || child.state() == null
                        || child.stopRequested() != null,
                () -> "no runaway: " + child.chainId() + " goes on, and its parent is " + parent.status());
    }

    /** Whether a parent has ended that stops its children: not where a sweeper has given it up. */
    private boolean isAbandoned(ChainRecord parent) {
        return job.nature().stopWithParent()
                && parent.status().terminal()
                && parent.failure() != null
                && !parent.failure().kind().equals("NeverClaimed");
    }

    private void checkParent(ChainRecord before, ChainRecord next) {
        State state = State.of(next);
        State earlier = before == null ? State.NONE : State.of(before);
        require(state.next >= earlier.next, () -> "no loss: the starts went back");
        require(
                state.next == state.alive.size() + state.ended.size(),
                () -> "no loss: " + state.next + " were started, and the state is " + next.state());
        require(
                state.ended
                        .subList(0, Math.min(earlier.ended.size(), state.ended.size()))
                        .equals(earlier.ended),
                () -> "no loss: the news were " + earlier.ended + ", and are " + state.ended);
        state.ended.subList(earlier.ended.size(), state.ended.size()).forEach(end -> checkEnd(next, end));
        require(
                new HashSet<>(state.ended).size() == state.ended.size(),
                () -> "no fork: an end was told twice: " + state.ended);
        long told = next.inbox().news().told();
        require(before == null || told >= before.inbox().news().told(), () -> "no loss: the count of ends went back");
        if (calm) {
            long ended = children(next).stream()
                    .filter(child -> child.status().terminal())
                    .count();
            require(told <= ended, () -> "no runaway: " + told + " ends were told, and " + ended + " are there");
            require(
                    before == null || before.status() != ChainStatus.WAITING || next.updatedAt() < before.leaseUntil(),
                    () -> "no orphan: the parent had to look for itself, and nothing had gone wrong");
        }
        if (next.status() == ChainStatus.WAITING) {
            checkWait(next, state);
        }
        children(next).forEach(child -> requireNotAbandoned(next, child));
        require(
                next.status() != ChainStatus.COMPLETED
                        || state.ended.size() == job.nature().children(),
                () -> "no loss: the parent has completed, and knows of " + state.ended);
    }

    /** An end that was told is that of the child. */
    private void checkEnd(ChainRecord parent, String end) {
        String[] parts = end.split("=", 2);
        ChainRecord child = child(parent, parts[0]);
        require(child != null, () -> "no loss: the end of " + end + " was told, and it never began");
        String was = child.status() == ChainStatus.COMPLETED
                ? child.result()
                : child.status().terminal() ? child.failure().kind() : "nothing yet: " + child.status();
        require(parts[1].equals(was), () -> "no loss: told was " + end + ", and it was " + was);
    }

    private void checkWait(ChainRecord parent, State state) {
        require(
                !parent.inbox().news().isEnough(),
                () -> "no orphan: the parent waits for what it was told: "
                        + parent.inbox().news());
        require(
                parent.leaseUntil() <= parent.updatedAt() + Family.LONGEST_WAIT + SLACK,
                () -> "no orphan: the parent waits longer than it may before it looks for itself");
        state.alive.forEach((name, sent) -> {
            if (sent.times > 0 && child(parent, name) == null) {
                long since = parent.updatedAt() - sent.at;
                require(
                        since <= (60_000L << (sent.times - 1)) + SLACK,
                        () -> "no loss: the start of " + name + " was lost " + since + " ms ago, and not sent again");
            }
        });
    }

    /** All have come to a proper end. */
    void checkEnd(boolean mayBeStopped) {
        for (ChainRecord parent : all(FamilyJob.PARENT)) {
            require(parent.status().terminal(), () -> "no orphan: " + parent + " is alive");
            require(
                    !calm || mayBeStopped || parent.status() == ChainStatus.COMPLETED,
                    () -> "no loss: " + parent.failure() + ", and nothing had gone wrong");
        }
        for (ChainRecord child : all(FamilyJob.CHILD)) {
            require(child.status().terminal(), () -> "no orphan: " + child + " is alive");
            require(
                    child.steps() <= job.nature().childSteps(),
                    () -> "no loss: " + child.chainId() + " did " + child.steps() + " steps");
        }
    }

    /** Where nothing went wrong, no step was done twice. */
    void checkCalm(int swept) {
        long steps = all(FamilyJob.CHILD).stream().mapToLong(ChainRecord::steps).sum();
        require(swept == 0, () -> "no orphan: " + swept + " hops had to be swept, and nothing had gone wrong");
        require(
                job.childSteps == steps,
                () -> "no loss: " + job.childSteps + " steps were done for " + steps + ", and nothing had gone wrong");
    }

    private ChainRecord parent(ChainRecord child) {
        return records.read(FamilyJob.PARENT, child.identity().parent().chainId())
                .orElseThrow(() -> new Invariants.Broken("no fork: " + child.chainId() + " has no parent"));
    }

    private ChainRecord child(ChainRecord parent, String name) {
        return children(parent).stream()
                .filter(child -> name(child).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String name(ChainRecord child) {
        return child.chainId().substring(child.chainId().lastIndexOf('/') + 1);
    }

    private List<ChainRecord> children(ChainRecord parent) {
        return all(FamilyJob.CHILD).stream()
                .filter(child -> child.identity().parent().chainId().equals(parent.chainId()))
                .toList();
    }

    private List<ChainRecord> all(String name) {
        return records.list(name, Integer.MAX_VALUE).chains();
    }

    /** When a start event was sent last, and how often. */
    private record Sent(long at, int times) {}

    /** The state of a parent. */
    private record State(int next, Map<String, Sent> alive, List<String> ended) {

        static final State NONE = new State(0, Map.of(), List.of());

        static State of(ChainRecord parent) {
            if (parent.state() == null) {
                return NONE;
            }
            int next = 0;
            Map<String, Sent> alive = new LinkedHashMap<>();
            List<String> ended = new ArrayList<>();
            try {
                StateReader in = new StateReader(parent.state().json());
                in.beginObject();
                while (in.next()) {
                    switch (in.name()) {
                        case "next" -> next = in.int32();
                        case "children" -> readChildren(in, alive);
                        case "ended" -> ended.addAll(in.list(String.class));
                        default -> in.skip();
                    }
                }
            } catch (IOException e) {
                throw new Invariants.Broken("no poison: the state can't be read: " + e.getMessage());
            }
            return new State(next, alive, ended);
        }

        private static void readChildren(StateReader in, Map<String, Sent> alive) throws IOException {
            in.beginObject();
            while (in.next()) {
                if (!in.name().equals("alive")) {
                    in.skip();
                    continue;
                }
                in.beginObject();
                while (in.next()) {
                    String name = in.name();
                    in.beginArray();
                    long at = in.next() ? in.int64() : 0;
                    int times = in.next() ? in.int32() : 0;
                    while (in.next()) {
                        in.skip();
                    }
                    alive.put(name, new Sent(at, times));
                }
            }
        }
    }
}

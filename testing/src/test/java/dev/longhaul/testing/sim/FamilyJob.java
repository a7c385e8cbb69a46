package dev.longhaul.testing.sim;

import dev.longhaul.runtime.children.Brood;
import dev.longhaul.runtime.children.Outcome;
import dev.longhaul.runtime.engine.HopControl;
import dev.longhaul.runtime.engine.Job;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A job that starts children and joins them, and the job of these. The parent's state has each end as it was told; it makes
 * checkpoints between its starts, its join and its end, and throws in the middle of the news.
 */
final class FamilyJob {

    static final String PARENT = "Parent";
    static final String CHILD = "Child";

    /**
     * What the family is like.
     *
     * @param children how many the parent starts
     * @param maxRunning how many run at a time
     * @param childSteps how many steps each does
     * @param eager whether they are all decided on at once, so that some wait in the state
     * @param stopWithParent whether they are stopped with their parent
     * @param throwing whether the parent throws in the middle of the news
     * @param quitsAt the step in which it stops itself; {@link Integer#MAX_VALUE} where it does not
     * @param pauseMillis how long each child waits before its first step
     */
    record Nature(
            int children,
            int maxRunning,
            int childSteps,
            boolean eager,
            boolean stopWithParent,
            boolean throwing,
            int quitsAt,
            int pauseMillis) {}

    private final Nature nature;
    private final Set<String> thrown = new HashSet<>();
    /** How many steps of children were done, all told. */
    int childSteps;

    FamilyJob(Nature nature) {
        this.nature = nature;
    }

    Nature nature() {
        return nature;
    }

    static String name(int number) {
        return "c" + number;
    }

    static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    /** Whether a child by that number throws instead of working. */
    static boolean isBroken(int number) {
        return number % 5 == 3;
    }

    Workload parents() {
        return workload(options(PARENT).build(), Parent::new);
    }

    Workload children() {
        return workload(options(CHILD).retry(2, 100, 1_000).build(), Child::new);
    }

    private static JobOptions.Builder options(String name) {
        return JobOptions.named(name)
                .timeoutMillis(10_000)
                .safeMillis(3_000)
                .tickMillis(500)
                .maxHops(40)
                .maxStalledHops(6);
    }

    private static Workload workload(JobOptions options, Function<HopControl, Job> maker) {
        return Workload.of(new JobFactory() {
            @Override
            public JobOptions options() {
                return options;
            }

            @Override
            public void checkEvent(StateReader event) throws IOException {
                event.skip();
            }

            @Override
            public Job create(HopControl hop) {
                return maker.apply(hop);
            }
        });
    }

    private final class Parent implements Job {

        private final HopControl hop;
        private final Brood brood;
        private int next;
        /** The name of each child whose end was told, and how it was, in the order of the news. */
        private final List<String> ended = new ArrayList<>();

        Parent(HopControl hop) {
            this.hop = hop;
            this.brood = hop.family()
                    .brood(new Brood.Kind(CHILD, nature.maxRunning, nature.children, nature.stopWithParent));
        }

        @Override
        public void start(StateReader event) throws IOException {
            event.skip();
        }

        @Override
        public void step() {
            while (next < nature.children && (nature.eager || brood.hasRoom())) {
                brood.add(name(next), Integer.toString(next));
                next++;
            }
            if (next % 3 == 1) {
                hop.checkpoint();
            }
            hop.family().join(brood, this::told);
            if (ended.size() % 2 == 1) {
                hop.checkpoint();
            }
            if (hop.stepNumber() >= nature.quitsAt) {
                hop.stop("enough");
            }
        }

        private void told(Outcome end) {
            ended.add(end.name()
                    + '='
                    + (end.failure() == null ? end.result() : end.failure().kind()));
            if (nature.throwing && ended.size() % 3 == 2 && thrown.add(hop.chainId() + '/' + end.name())) {
                throw new IllegalStateException("not yet");
            }
        }

        @Override
        public boolean isDone() {
            return next == nature.children && brood.isDone();
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            result.integer(ended.size());
        }

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("next").integer(next);
            StateWriter children = new StateWriter();
            brood.save(children);
            out.field("children").raw(children.finish());
            out.field("ended").values(ended);
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "next" -> next = in.int32();
                    case "children" -> brood.restore(in);
                    case "ended" -> ended.addAll(in.list(String.class));
                    default -> in.skip();
                }
            }
        }

        @Override
        public void close() {}
    }

    private final class Child implements Job {

        private int number;
        private int steps;

        private final HopControl hop;

        Child(HopControl hop) {
            this.hop = hop;
        }

        @Override
        public void start(StateReader event) throws IOException {
            number = event.int32();
            if (nature.pauseMillis > 0) {
                hop.pauseUntil(hop.nowMillis() + nature.pauseMillis);
            }
        }

        @Override
        public void step() {
            if (isBroken(number)) {
                throw new IllegalStateException("it is broken");
            }
            childSteps++;
            steps++;
        }

        @Override
        public boolean isDone() {
            return steps >= nature.childSteps;
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            result.integer(10L * number);
        }

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("number").integer(number);
            out.field("steps").integer(steps);
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                if (in.at("number")) {
                    number = in.int32();
                } else {
                    steps = in.int32();
                }
            }
        }

        @Override
        public void close() {}
    }
}

package dev.longhaul.testing;

import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.ChildFields;
import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A job that starts a child for each part of its work and adds up what they return; its handler, and that of the children. */
final class Moving {

    /** What the job does. */
    record Plan(int parts, int maxRunning, boolean stopWithParent, boolean joins) {

        static Plan of(int parts, int maxRunning) {
            return new Plan(parts, maxRunning, false, true);
        }
    }

    ChildChains<Integer> parts;
    int next;
    long moved;
    final TreeMap<String, String> ended = new TreeMap<>();

    static final class Handler extends LongRunningHandler<Moving> {

        private final Plan plan;
        /** The most characters that a state had. */
        int longestState;

        Handler(Plan plan) {
            super(JobOptions.named("Moving").build());
            this.plan = plan;
        }

        @Override
        protected Moving create() {
            return new Moving();
        }

        @Override
        protected void bindChildren(Moving job, ChildFields fields) {
            job.parts = fields.of(
                    "Part",
                    plan.maxRunning,
                    100_000,
                    plan.stopWithParent,
                    (number, out) -> out.integer(number),
                    StateReader::int64);
        }

        @Override
        protected void step(Moving job, JobContext context) {
            while (job.next < plan.parts && (job.parts.hasRoom() || !plan.joins)) {
                job.parts.start("part " + job.next, job.next);
                job.next++;
            }
            if (plan.joins) {
                job.parts.join(context, end -> {
                    job.moved += end.completed() ? end.result(Long.class) : 0;
                    if (plan.parts < 100) {
                        job.ended.merge(
                                end.name(), end.completed() ? "completed" : end.reason(), (a, b) -> a + " and " + b);
                    }
                });
            }
        }

        @Override
        protected boolean isDone(Moving job, JobContext context) {
            return job.next == plan.parts && (job.parts.isDone() || !plan.joins);
        }

        @Override
        protected void onComplete(Moving job, StateWriter result, JobContext context) throws IOException {
            result.integer(job.moved);
        }

        @Override
        protected void writeState(Moving job, StateWriter out) throws IOException {
            out.beginObject();
            StateWriter children = new StateWriter();
            job.parts.save(children);
            String text = children.finish();
            longestState = Math.max(longestState, text.length());
            out.field("parts").raw(text);
            out.field("next").integer(job.next);
            out.field("moved").integer(job.moved);
            out.field("ended").entries(TreeMap.class, job.ended);
            out.endObject();
        }

        @Override
        protected void readState(Moving job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                switch (in.field()) {
                    case "parts" -> job.parts.restore(in);
                    case "next" -> job.next = in.int32();
                    case "moved" -> job.moved = in.int64();
                    case "ended" -> job.ended.putAll(in.map(String.class, String.class));
                    default -> in.skip();
                }
            }
        }
    }

    /** The job of the children: counts to ten, and returns ten times its number. */
    static final class Part {

        int number;
        int done;

        static final class Handler extends LongRunningHandler<Part> {

            private static final int STEPS = 10;

            /** What each part has done, however often. */
            final TreeMap<Integer, TreeSet<Integer>> work = new TreeMap<>();

            private final List<Integer> failing;
            /** How many start events are refused yet. */
            int refusals;

            Handler(Integer... failing) {
                super(JobOptions.named("Part").retry(1, 0, 0).build());
                this.failing = List.of(failing);
            }

            /** Whether each of so many parts has done all of its work. */
            boolean isAllDone(int parts) {
                return IntStream.range(0, parts)
                        .allMatch(
                                part -> work.getOrDefault(part, new TreeSet<>()).size() == STEPS);
            }

            @Override
            protected Part create() {
                return new Part();
            }

            @Override
            protected void checkEvent(StateReader event) {
                if (refusals > 0) {
                    refusals--;
                    throw new IllegalStateException("it is not ready");
                }
            }

            @Override
            protected void onStart(Part job, StateReader event, JobContext context) throws IOException {
                job.number = event.int32();
            }

            @Override
            protected void step(Part job, JobContext context) {
                if (failing.contains(job.number)) {
                    throw new IllegalStateException("it is broken");
                }
                work.computeIfAbsent(job.number, part -> new TreeSet<>()).add(job.done++);
            }

            @Override
            protected boolean isDone(Part job, JobContext context) {
                return job.done == STEPS;
            }

            @Override
            protected void onComplete(Part job, StateWriter result, JobContext context) throws IOException {
                result.integer(10L * job.number);
            }

            @Override
            protected void writeState(Part job, StateWriter out) throws IOException {
                out.beginObject();
                out.field("number").integer(job.number);
                out.field("done").integer(job.done);
                out.endObject();
            }

            @Override
            protected void readState(Part job, StateReader in) throws IOException {
                in.beginObject();
                while (in.next()) {
                    if (in.at("number")) {
                        job.number = in.int32();
                    } else {
                        job.done = in.int32();
                    }
                }
            }
        }
    }
}

package dev.longhaul.testing;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Jobs with a fault that a test of theirs should find, and one that is right. */
final class Traps {

    private Traps() {}

    /** A typing error: no step ever returns. */
    @LongRunning
    static class AlwaysThrows {

        @State
        int n;

        @Step
        void step() {
            n++;
            throw new IllegalStateException("no such page");
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** What its end looks at is not saved. */
    @LongRunning
    @SuppressWarnings("ProgressNotSaved")
    static class UnsavedProgress {

        @State
        String cursor = "";

        int page;

        @Step
        void step() {
            page++;
            cursor = "page " + page;
        }

        @Terminate
        boolean done() {
            return page >= 5;
        }
    }

    /** A client that only hop 0 has. */
    @LongRunning
    @SuppressWarnings("StartNotSaved")
    static class ClientOfTheStart {

        @State
        int n;

        Map<String, Integer> client;

        @OnStart
        void start() {
            client = new HashMap<>();
        }

        @Step
        void step() {
            client.put("item " + n, n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 5;
        }
    }

    /** Effects that are kept back in a field until there are three of them, or the hop is at its end. */
    @LongRunning
    static class KeepsBack implements AutoCloseable {

        /** Where the effects go. */
        interface Sink {
            void write(List<Integer> items);
        }

        Sink sink = items -> {};

        @State
        int n;

        private List<Integer> buffer = new ArrayList<>();

        @Step
        void step() {
            buffer.add(n++);
            if (buffer.size() == 3) {
                close();
            }
        }

        @Terminate
        boolean done() {
            return n >= 6;
        }

        @Override
        public void close() {
            sink.write(buffer);
            buffer = new ArrayList<>();
        }
    }

    /** The machine's clock in the state. */
    @LongRunning
    static class MachineClock {

        @State
        int n;

        @State
        Instant last = Instant.EPOCH;

        @Step
        void step() {
            n++;
            last = Instant.now();
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** What was left of the invocation is in the state: another time in each try of a step. */
    @LongRunning
    static class HoldsATime {

        @State
        int n;

        @State
        long left;

        @Step
        void step(JobContext job) {
            n++;
            left = job.remainingMillis();
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** It never comes to an end. */
    @LongRunning(maxHops = 4)
    static class Endless {

        @State
        int n;

        @Step
        void step() {
            n++;
        }

        @Terminate
        boolean done() {
            return n < 0;
        }
    }
}

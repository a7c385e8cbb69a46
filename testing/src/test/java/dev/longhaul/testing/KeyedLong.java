package dev.longhaul.testing;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Jobs whose step goes on until its time is up, with effects under the key of their piece of work. */
final class KeyedLong {

    private KeyedLong() {}

    /** It runs until its time is up, and makes a checkpoint behind each item. */
    @LongRunning(timeoutMillis = 20_000, safeMillis = 5_000, tickMillis = 1_000)
    static class FreeRunning extends Keyed.Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            while (!done() && !job.shouldYield()) {
                service.effect(job.idempotencyKey(), "item " + n);
                n++;
                job.checkpoint();
            }
        }

        @Terminate
        boolean done() {
            return n >= 6;
        }
    }

    /** It runs until its time is up, and tidies up after every second item, without a key. */
    @LongRunning(timeoutMillis = 20_000, safeMillis = 5_000, tickMillis = 1_000)
    static class FreeRunningWithPauses extends Keyed.Calls {

        @State
        int n;

        @State
        int tidied;

        @Step
        void step(JobContext job) {
            while (!done() && !job.shouldYield()) {
                if (n % 2 == 0 && tidied < n) {
                    tidied = n;
                } else {
                    service.effect(job.idempotencyKey(), "item " + n);
                    n++;
                }
                job.checkpoint();
            }
        }

        @Terminate
        boolean done() {
            return n >= 5;
        }
    }

    /** It leaves its step in the middle of an item where its time is up. */
    @LongRunning(timeoutMillis = 20_000, safeMillis = 5_000, tickMillis = 1_000)
    static class LeavesInTheMiddle extends Keyed.Calls {

        @State
        int n;

        @State
        int phase;

        @Step
        void step(JobContext job) {
            while (phase < 3) {
                service.effect(job.idempotencyKey(), "part " + phase + " of item " + n);
                phase++;
                job.checkpoint();
                if (job.shouldYield()) {
                    return;
                }
            }
            phase = 0;
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 2;
        }
    }
}

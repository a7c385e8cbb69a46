package dev.longhaul.testing;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Jobs whose hooks have effects under the key of their piece of work. */
final class KeyedHooks {

    private KeyedHooks() {}

    /** An effect in each of its methods. */
    @LongRunning
    static class InEachMethod extends Keyed.Calls {

        @State
        int n;

        @OnStart
        void start(JobContext job) {
            service.effect(job.idempotencyKey(), "reserve");
        }

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 2;
        }

        @OnComplete
        void confirm(JobContext job) {
            service.effect(job.idempotencyKey(), "confirm");
        }
    }

    /** Effects in the hooks alone. */
    @LongRunning
    static class InTheHooks extends Keyed.Calls {

        @State
        int n;

        @OnStart
        void start(JobContext job) {
            service.effect(job.idempotencyKey(), "reserve");
        }

        @Step
        void step() {
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }

        @OnComplete
        void confirm(JobContext job) {
            service.effect(job.idempotencyKey(), "confirm");
        }
    }

    /** A start in two parts, with a checkpoint between them. */
    @LongRunning
    static class StartInTwoParts extends Keyed.Calls {

        @State
        boolean reserved;

        @State
        int n;

        @OnStart
        void start(JobContext job) {
            if (!reserved) {
                service.effect(job.idempotencyKey(), "reserve");
                reserved = true;
                job.checkpoint();
            }
            service.effect(job.idempotencyKey(), "announce");
        }

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 2;
        }
    }
}

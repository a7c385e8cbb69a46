package dev.longhaul.testing;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Jobs of many shapes whose effects go to a service under the key of their piece of work. */
final class Keyed {

    private Keyed() {}

    /** What they call: an effect with a name of its own, once for each key. */
    interface Service {
        void effect(String key, String name);
    }

    /** Has a service for the test to replace. */
    abstract static class Calls {
        Service service = (key, name) -> {};
    }

    /** An effect in each step, and nothing else. */
    @LongRunning
    static class OneInEachStep extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 4;
        }
    }

    /** A checkpoint behind the effect; what follows it finds nothing to do where it is done again. */
    @LongRunning
    static class CheckpointBehind extends Calls {

        @State
        int n;

        @State
        boolean paid;

        @Step
        void step(JobContext job) {
            if (!paid) {
                service.effect(job.idempotencyKey(), "item " + n);
                paid = true;
                job.checkpoint();
            }
            paid = false;
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** A checkpoint as the last thing in a step. */
    @LongRunning
    static class CheckpointAtTheEnd extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
            job.checkpoint();
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** A checkpoint as the first thing in a step, before there is anything to commit. */
    @LongRunning
    static class CheckpointAtTheBeginning extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            job.checkpoint();
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** Two effects in a step, and a checkpoint between them. */
    @LongRunning
    static class TwoInEachStep extends Calls {

        @State
        int n;

        @State
        boolean debited;

        @Step
        void step(JobContext job) {
            if (!debited) {
                service.effect(job.idempotencyKey(), "debit " + n);
                debited = true;
                job.checkpoint();
            }
            service.effect(job.idempotencyKey(), "credit " + n);
            debited = false;
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** Two effects in a step, each with a checkpoint behind it, and a tail that asks for nothing. */
    @LongRunning
    static class TwoWithCheckpointsBehind extends Calls {

        @State
        int n;

        @State
        int phase;

        @Step
        void step(JobContext job) {
            if (phase == 0) {
                service.effect(job.idempotencyKey(), "debit " + n);
                phase = 1;
                job.checkpoint();
            }
            if (phase == 1) {
                service.effect(job.idempotencyKey(), "credit " + n);
                phase = 2;
                job.checkpoint();
            }
            phase = 0;
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** It asks for the key in each step, and uses it in every second one. */
    @LongRunning
    static class AskedAndNotUsed extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            String key = job.idempotencyKey();
            if (n % 2 == 0) {
                service.effect(key, "item " + n);
            }
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 4;
        }
    }

    /** Only every third step asks for a key. */
    @LongRunning
    static class SeldomAsked extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            if (n % 3 == 2) {
                service.effect(job.idempotencyKey(), "batch " + n);
            }
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 7;
        }
    }

    /** Its second item is refused at first, after the service has done it: the step throws and is tried again. */
    @LongRunning
    static class Retried extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }

    /** It throws behind a checkpoint, before the second effect. */
    @LongRunning
    static class RetriedBehindACheckpoint extends Calls {

        @State
        int n;

        @State
        boolean debited;

        @Step
        void step(JobContext job) {
            if (!debited) {
                service.effect(job.idempotencyKey(), "debit " + n);
                debited = true;
                job.checkpoint();
            }
            service.effect(job.idempotencyKey(), "credit " + n);
            debited = false;
            n++;
            job.checkpoint();
        }

        @Terminate
        boolean done() {
            return n >= 2;
        }
    }

    /** It asks twice for one effect, as a client does that tries again. */
    @LongRunning
    static class AskedTwice extends Calls {

        @State
        int n;

        @Step
        void step(JobContext job) {
            service.effect(job.idempotencyKey(), "item " + n);
            service.effect(job.idempotencyKey(), "item " + n);
            n++;
        }

        @Terminate
        boolean done() {
            return n >= 3;
        }
    }
}

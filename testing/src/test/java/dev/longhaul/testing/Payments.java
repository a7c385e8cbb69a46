package dev.longhaul.testing;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Duration;

/** A job as its author writes it, and the handler that the processor would write for it. */
final class Payments {

    /** The service that the job calls. */
    interface Bank {
        void pay(String key, int payment);
    }

    static final JobOptions OPTIONS = JobOptions.named("Payments").build();

    int next;
    int total;
    int approved;
    int unsaved;
    Bank bank = (key, payment) -> {};

    /** What is different from a good job. */
    enum Style {
        GOOD,
        /** Every try has a key of its own. */
        KEYED_BY_TRY,
        /** A field that is not saved decides how far the job is. */
        FORGETFUL,
        /** One step that works until it should yield. */
        FREE_RUNNING,
        /** A month between two payments. */
        MONTHLY,
        /** Each payment waits for an approval. */
        APPROVED,
        /** A step that never comes back. */
        STUCK,
        /** It never comes to an end. */
        ENDLESS
    }

    static LongRunningHandler<Payments> handler(Style style) {
        return new Handler(style, OPTIONS);
    }

    static LongRunningHandler<Payments> handler(Style style, JobOptions options) {
        return new Handler(style, options);
    }

    private static final class Handler extends LongRunningHandler<Payments> {

        private final Style style;
        private int tries;

        Handler(Style style, JobOptions options) {
            super(options);
            this.style = style;
        }

        @Override
        protected Payments create() {
            return new Payments();
        }

        @Override
        protected void onStart(Payments job, StateReader event, JobContext context) throws IOException {
            job.total = event.int32();
        }

        @Override
        protected void checkEvent(StateReader event) throws IOException {
            event.int32();
        }

        @Override
        protected void checkSignal(String name, StateReader signal) throws IOException {
            if (!name.equals("approved")) {
                throw unknownSignal(name, "approved");
            }
            signal.int32();
        }

        @Override
        protected void onSignal(Payments job, String name, StateReader signal, JobContext context) throws IOException {
            job.approved += signal.int32();
        }

        @Override
        protected void step(Payments job, JobContext context) {
            switch (style) {
                case FREE_RUNNING -> {
                    while (job.next < job.total && !context.shouldYield()) {
                        job.bank.pay("payment-" + job.next, job.next);
                        job.next++;
                    }
                }
                case STUCK -> {
                    while (job.total > 0) {
                        job.bank.pay("again", job.next);
                    }
                }
                case KEYED_BY_TRY -> {
                    job.bank.pay("try-" + tries++, job.next);
                    job.next++;
                }
                case APPROVED -> {
                    if (job.approved <= job.next) {
                        context.pause(Duration.ofDays(30));
                    } else {
                        job.bank.pay(context.idempotencyKey(), job.next);
                        job.next++;
                    }
                }
                case MONTHLY -> {
                    job.bank.pay(context.idempotencyKey(), job.next);
                    job.next++;
                    context.pause(Duration.ofDays(30));
                }
                default -> {
                    job.bank.pay(context.idempotencyKey(), job.next);
                    job.next++;
                    job.unsaved++;
                }
            }
        }

        @Override
        protected boolean isDone(Payments job, JobContext context) {
            return switch (style) {
                case FORGETFUL -> job.unsaved >= job.total;
                case ENDLESS -> false;
                default -> job.next >= job.total;
            };
        }

        @Override
        protected void onComplete(Payments job, StateWriter result, JobContext context) throws IOException {
            result.integer(job.next);
        }

        @Override
        protected void writeState(Payments job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("next").integer(job.next);
            out.field("total").integer(job.total);
            out.field("approved").integer(job.approved);
            out.endObject();
        }

        @Override
        protected void readState(Payments job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "next" -> job.next = in.int32();
                    case "total" -> job.total = in.int32();
                    case "approved" -> job.approved = in.int32();
                    default -> in.skip();
                }
            }
        }
    }
}

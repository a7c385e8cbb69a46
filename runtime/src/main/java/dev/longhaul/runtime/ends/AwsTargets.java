package dev.longhaul.runtime.ends;

import dev.longhaul.aws.EventBus;
import dev.longhaul.aws.SqsQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The forms that {@code LONGHAUL_EVENTS} has. */
final class AwsTargets {

    private static final String QUEUE = "sqs:";
    private static final String BUS = "eventbridge:";

    /** A hop is held up by no more than this, and by as much as it takes to connect. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** Who puts the events, and what they are, for the rules of a bus. */
    private static final String SOURCE = "dev.longhaul";

    private static final String TYPE = "Chain Ended";

    private AwsTargets() {}

    static EndTarget of(String form, Map<String, String> environment) {
        try {
            if (form.startsWith(QUEUE)) {
                String url = form.substring(QUEUE.length());
                SqsQueue.requireUrl(url);
                return new Late(() -> new SqsQueue(url, environment, ANSWER)::send);
            }
            if (form.startsWith(BUS)) {
                String name = form.substring(BUS.length());
                EventBus.requireName(name);
                return new Late(() -> bus(new EventBus(name, environment, ANSWER)));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Ends.VARIABLE + " is \"" + form + "\": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(Ends.VARIABLE + " is \"" + form
                + "\". Set it to sqs:<a queue's URL> or eventbridge:<a bus>, or leave it out.");
    }

    private static EndTarget bus(EventBus bus) {
        return event -> bus.put(SOURCE, TYPE, event);
    }

    /** Made with the first end: most invocations have none, and a cold start waits for no client. */
    private static final class Late implements EndTarget {

        private final Supplier<EndTarget> maker;
        private @Nullable EndTarget made;

        Late(Supplier<EndTarget> maker) {
            this.maker = maker;
        }

        @Override
        public void tell(String event) throws IOException {
            made().tell(event);
        }

        private synchronized EndTarget made() {
            EndTarget target = made;
            if (target == null) {
                target = maker.get();
                made = target;
            }
            return target;
        }
    }
}

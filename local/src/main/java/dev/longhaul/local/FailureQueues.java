package dev.longhaul.local;

import dev.longhaul.aws.SqsQueue;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationListener;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Sends events that were given up to the queues of their functions, once, and says where that fails. The credentials are the
 * functions' dummies: the queues are those of servers on this machine. Thread-safe.
 */
final class FailureQueues implements InvocationListener, AutoCloseable {

    private final Map<String, SqsQueue> queues = new ConcurrentHashMap<>();
    private final Map<String, String> environment;
    private final Consumer<String> notices;

    FailureQueues(String region, Consumer<String> notices) {
        this.environment = new HashMap<>(Map.of(
                "AWS_REGION", region,
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local"));
        this.notices = notices;
    }

    /** Takes the queue of a function; throws {@link IllegalArgumentException} where its URL is none. */
    void add(FunctionConfig function) {
        function.events().onFailure().ifPresent(url -> queues.put(function.name(), new SqsQueue(url, environment)));
    }

    @Override
    public void on(InvocationEvent event) {
        if (!(event instanceof InvocationEvent.GivenUp givenUp)
                || givenUp.event().condition() == FailedEvent.Condition.CLOSED) {
            return;
        }
        SqsQueue queue = queues.get(event.functionName());
        if (queue == null) {
            return;
        }
        try {
            queue.send(givenUp.event().toJson());
        } catch (IOException e) {
            notices.accept("the failed event " + event.requestId() + " of function " + event.functionName()
                    + " can't be sent to its queue: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        queues.values().forEach(SqsQueue::close);
    }
}

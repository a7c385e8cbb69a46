package dev.longhaul.local.mapping;

import dev.longhaul.aws.SqsQueue;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.QueueSource;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.mapping.FedQueue.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes messages of a queue, invokes a function with them, and deletes those that it has done. The others come again when their
 * visibility timeout is over. Thread-safe.
 */
public final class QueuePoller implements AutoCloseable {

    /** How often it looks whether it is stopped, while all that it may run runs. */
    private static final long LOOK_MILLIS = 200;

    private final QueueSource source;
    private final FedQueue queue;
    private final Function function;
    private final Executor threads;
    private final Consumer<String> notices;
    private final Semaphore idle;
    private volatile boolean closed;

    /**
     * An account in a region.
     *
     * @param region for ARNs
     * @param id twelve digits, for ARNs
     */
    public record Account(String region, String id) {}

    /** The function that is fed. */
    @FunctionalInterface
    public interface Function {

        /** Runs it, and waits for its end. */
        InvocationResult invoke(Payload event) throws InterruptedException;
    }

    private QueuePoller(
            QueueSource source, FedQueue queue, Function function, Executor threads, Consumer<String> notices) {
        this.source = source;
        this.queue = queue;
        this.function = function;
        this.threads = threads;
        this.notices = notices;
        this.idle = new Semaphore(source.maximumConcurrency());
    }

    /**
     * Feeds a function.
     *
     * @param account whose queue it is
     * @param threads of which it has one until it is closed, and one for each event
     * @param notices is told what goes wrong
     * @throws IllegalArgumentException when the queue's URL is none, or it can't be reached, or a message would be visible again
     *     while the function runs: Lambda refuses such a mapping
     */
    public static QueuePoller start(
            QueueSource source,
            FunctionConfig config,
            Account account,
            Function function,
            Executor threads,
            Consumer<String> notices) {
        String region = account.region();
        FedQueue queue = new FedQueue(
                new SqsQueue(
                        source.queueUrl(),
                        Map.of(
                                "AWS_REGION", region,
                                "AWS_ACCESS_KEY_ID", "local",
                                "AWS_SECRET_ACCESS_KEY", "local")),
                region,
                "arn:aws:sqs:" + region + ':' + account.id() + ':');
        requireVisibility(queue, config);
        QueuePoller poller = new QueuePoller(source, queue, function, threads, notices);
        threads.execute(poller::poll);
        return poller;
    }

    private static void requireVisibility(FedQueue queue, FunctionConfig config) {
        Duration visibility;
        try {
            visibility = queue.visibilityTimeout();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the queue of function " + config.name() + " can't be looked at: " + e.getMessage(), e);
        }
        if (visibility.compareTo(config.limits().timeout()) < 0) {
            throw new IllegalArgumentException(
                    "the queue of function " + config.name() + " has a visibility timeout of "
                            + visibility.toSeconds() + " s, and the function a timeout of "
                            + config.limits().timeout().toSeconds()
                            + " s: a message would be delivered again while it is worked on. Make the first longer than the second.");
        }
    }

    private void poll() {
        try {
            while (!closed) {
                if (!idle.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                List<Message> messages = received();
                if (messages.isEmpty()) {
                    idle.release();
                } else {
                    threads.execute(() -> deliver(messages));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            // The local Lambda is closed: what was received comes again.
            closed = true;
        }
    }

    private List<Message> received() throws InterruptedException {
        try {
            return queue.receive(source.batchSize());
        } catch (IOException e) {
            if (!closed) {
                notices.accept("the messages of a queue can't be received: " + e.getMessage());
                Thread.sleep(1_000);
            }
            return List.of();
        }
    }

    private void deliver(List<Message> messages) {
        try {
            InvocationResult result = function.invoke(Payload.of(queue.event(messages)));
            if (result instanceof Completed completed && !completed.isError()) {
                delete(messages, completed.payload().text());
            }
        } catch (IOException e) {
            notices.accept("messages of a queue can't be delivered, and come again: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            idle.release();
        }
    }

    private void delete(List<Message> messages, String answer) throws IOException {
        Set<String> failed = source.reportsFailures() ? queue.failed(answer) : Set.of();
        for (Message message : messages) {
            if (!failed.contains(message.id())) {
                queue.delete(message);
            }
        }
    }

    /** Takes no more messages. What runs goes on. */
    public void stop() {
        closed = true;
    }

    /** Lets go of connections, when nothing runs any more. */
    @Override
    public void close() {
        stop();
        queue.close();
    }
}

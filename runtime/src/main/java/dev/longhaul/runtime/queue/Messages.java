package dev.longhaul.runtime.queue;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.queue.MessageBatch.Message;
import dev.longhaul.runtime.state.StateReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes each message of a queue as an event of its own: a chain's next hop, or the start of a chain that is named by the message, so
 * that it is started once however often it comes. What fails is given back, and nothing else is. Thread-safe.
 */
public final class Messages {

    private final Engine engine;
    private final JobFactory factory;
    private final Continuation invoke;
    private final HopLog log;

    /**
     * Takes messages for a job.
     *
     * @param invoke invokes the function by itself, for batches of several messages: one invocation has no time for several hops
     */
    public Messages(Engine engine, JobFactory factory, Continuation invoke, HopLog log) {
        this.engine = engine;
        this.factory = factory;
        this.invoke = invoke;
        this.log = log;
    }

    /**
     * Runs an invocation, of messages or of any other event.
     *
     * @return what it answers, as JSON: for messages those that are to be delivered again
     * @throws Exception as {@link Engine#run} does for an event that is no batch of messages
     */
    public String run(String document, Invocation invocation) throws Exception {
        List<Message> messages = MessageBatch.read(document).messages();
        if (messages.isEmpty()) {
            return engine.run(document, invocation).json();
        }
        List<String> failed = new ArrayList<>();
        for (Message message : messages) {
            try {
                if (messages.size() == 1) {
                    engine.run(message.body(), delivered(message, invocation));
                } else {
                    invoke.send(new NextHop(
                            invocation.functionArn(), event(message), invocation.traceHeader(), invocation.tenantId()));
                }
            } catch (Exception e) {
                log.notice("the message " + message.id() + " of a queue is given back: " + e.getMessage());
                failed.add(message.id());
            }
        }
        return MessageBatch.failed(failed);
    }

    /** As an invocation of its own, which is the same one in every delivery. */
    private static Invocation delivered(Message message, Invocation invocation) {
        return new Invocation(
                message.id(),
                invocation.functionArn(),
                invocation.remainingMillis(),
                invocation.traceHeader(),
                invocation.tenantId());
    }

    private String event(Message message) throws Exception {
        ChainEvent event = Envelope.read(message.body(), factory.options().name());
        if (event instanceof ChainEvent.Start start) {
            // Now, while the message can be given back.
            factory.checkEvent(new StateReader(start.input()));
            return start.name() == null ? Envelope.start(message.id(), start.input(), start.parent()) : message.body();
        }
        return message.body();
    }
}

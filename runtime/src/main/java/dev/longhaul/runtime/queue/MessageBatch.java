package dev.longhaul.runtime.queue;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a queue as Lambda delivers them, and the answer that gives some back.
 *
 * @param messages in the order in which they came; none where the event is not one of SQS
 */
record MessageBatch(List<Message> messages) {

    private static final String SOURCE = "aws:sqs";

    /**
     * A message.
     *
     * @param id the same however often it is delivered
     * @param body its text
     */
    record Message(String id, String body) {}

    MessageBatch {
        messages = List.copyOf(messages);
    }

    /** Reads an event; whatever is not a batch of messages has none. */
    static MessageBatch read(String event) {
        List<Message> messages = new ArrayList<>();
        if (!event.contains(SOURCE)) {
            return new MessageBatch(messages);
        }
        try {
            StateReader in = new StateReader(event);
            in.beginObject();
            while (in.next()) {
                if (!in.name().equals("Records")) {
                    return new MessageBatch(List.of());
                }
                in.beginArray();
                while (in.next()) {
                    Message message = message(in);
                    if (message == null) {
                        return new MessageBatch(List.of());
                    }
                    messages.add(message);
                }
            }
        } catch (IOException | RuntimeException e) {
            return new MessageBatch(List.of());
        }
        return new MessageBatch(messages);
    }

    private static @Nullable Message message(StateReader in) throws IOException {
        String id = null;
        String body = null;
        String source = null;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "messageId" -> id = in.string();
                case "body" -> body = in.string();
                case "eventSource" -> source = in.string();
                default -> in.skip();
            }
        }
        return id == null || body == null || !SOURCE.equals(source) ? null : new Message(id, body);
    }

    /** The answer by which Lambda leaves so many messages in the queue, by their ids, and takes out the others. */
    static String failed(List<String> ids) {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("batchItemFailures").beginArray();
            for (String id : ids) {
                out.beginObject();
                out.field("itemIdentifier").string(id);
                out.endObject();
            }
            out.endArray();
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer can't be written", e);
        }
    }
}

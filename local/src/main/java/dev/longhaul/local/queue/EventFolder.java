package dev.longhaul.local.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with a file for each event of a function. A file is written aside and moved into its place, so that it is whole, or
 * not there. How often an event was run is kept, and what came of that is not. Thread-safe.
 */
public final class EventFolder implements KeptEvents {

    private static final String EVENT = ".json";
    private static final String ASIDE = ".new";

    private final FunctionConfig function;
    private final Path folder;
    private final JsonFactory json = new JsonFactory();

    /** The folder of a function; it is made when it is needed. */
    public EventFolder(FunctionConfig function, Path folder) {
        this.function = function;
        this.folder = folder;
    }

    @Override
    public boolean lasts() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when a file can't be read; it names it
     */
    @Override
    public List<QueuedEvent> load() {
        List<QueuedEvent> events = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return events;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + EVENT)) {
            for (Path file : files) {
                events.add(read(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the queue of function " + function.name() + " can't be read: " + e, e);
        }
        return events;
    }

    private QueuedEvent read(Path file) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = json.createParser(file.toFile())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.put(name, in.getText());
            }
            Invocation invocation = new Invocation(
                    function.name(),
                    text(fields, "functionArn"),
                    text(fields, "requestId"),
                    1,
                    Payload.of(Base64.getDecoder().decode(text(fields, "payload"))),
                    new Invocation.Headers(
                            text(fields, "traceHeader"),
                            Optional.ofNullable(fields.get("tenantId")),
                            Optional.empty()));
            return new QueuedEvent(
                    invocation,
                    Instant.parse(text(fields, "acceptedAt")),
                    Integer.parseInt(text(fields, "runs")),
                    0,
                    Optional.empty());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "the queued event " + file + " can't be read: " + e.getMessage()
                            + " Delete the file to give the event up; a sweep sends the hop of its chain again.",
                    e);
        }
    }

    private static String text(Map<String, String> fields, String name) throws IOException {
        String value = fields.get(name);
        if (value == null) {
            throw new IOException("it has no " + name + ".");
        }
        return value;
    }

    @Override
    public void save(QueuedEvent event) {
        Invocation invocation = event.invocation();
        Path aside = folder.resolve(invocation.requestId() + ASIDE);
        try {
            Files.createDirectories(folder);
            try (OutputStream file = Files.newOutputStream(aside);
                    JsonGenerator out = json.createGenerator(file)) {
                out.writeStartObject();
                out.writeStringField("requestId", invocation.requestId());
                out.writeStringField("functionArn", invocation.functionArn());
                out.writeStringField("traceHeader", invocation.headers().traceHeader());
                if (invocation.headers().tenantId().isPresent()) {
                    out.writeStringField(
                            "tenantId", invocation.headers().tenantId().get());
                }
                out.writeStringField("acceptedAt", event.acceptedAt().toString());
                out.writeStringField("runs", String.valueOf(event.runs()));
                out.writeStringField(
                        "payload",
                        Base64.getEncoder().encodeToString(invocation.payload().bytes()));
                out.writeEndObject();
            }
            Files.move(aside, file(event), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("an event of function " + function.name() + " can't be kept: " + e, e);
        }
    }

    @Override
    public void remove(QueuedEvent event) {
        try {
            Files.deleteIfExists(file(event));
        } catch (IOException e) {
            throw new UncheckedIOException("an event of function " + function.name() + " can't be forgotten: " + e, e);
        }
    }

    private Path file(QueuedEvent event) {
        return folder.resolve(event.invocation().requestId() + EVENT);
    }
}

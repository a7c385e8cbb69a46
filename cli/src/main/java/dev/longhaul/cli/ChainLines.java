package dev.longhaul.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks the lines of one chain out of a function's log: its own, and all that were printed while an invocation had it. An
 * invocation says which chain it has in a line of its own; what was printed before that is held back until then.
 */
final class ChainLines {

    private final @Nullable String chain;
    private final Map<String, Stream> streams = new HashMap<>();

    private static final class Stream {
        private final List<LogEvent> held = new ArrayList<>();
        private @Nullable String chain;
    }

    /** Of a chain, or of all where that is null. */
    ChainLines(@Nullable String chain) {
        this.chain = chain;
    }

    /** What can be shown after one more line, in order. */
    List<LogEvent> after(LogEvent event) {
        if (chain == null) {
            return List.of(event);
        }
        Stream stream = streams.computeIfAbsent(event.stream(), name -> new Stream());
        if (event.text().startsWith("START RequestId: ")) {
            stream.held.clear();
            stream.chain = null;
        }
        String named = LogText.fields(event.text()).get("chain");
        if (named != null) {
            stream.chain = named;
        }
        stream.held.add(event);
        if (stream.chain == null) {
            return List.of();
        }
        List<LogEvent> shown = stream.chain.equals(chain) ? List.copyOf(stream.held) : List.of();
        stream.held.clear();
        return shown;
    }
}

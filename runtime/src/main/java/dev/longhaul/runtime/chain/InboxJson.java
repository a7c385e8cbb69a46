package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sent to a chain in its record's JSON. A signal is an array of its name, its id and its content; the news of its
 * children are an object, which is left out where there are none.
 */
final class InboxJson {

    private InboxJson() {}

    static void write(Inbox part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("waiting").beginArray();
        for (Signal signal : part.waiting()) {
            out.beginArray();
            out.string(signal.name());
            out.string(signal.id());
            out.raw(signal.payload());
            out.endArray();
        }
        out.endArray();
        out.field("taken").values(part.taken());
        if (!part.news().equals(ChildNews.NONE)) {
            news(part.news(), out.field("children"));
        }
        out.endObject();
    }

    static Inbox read(StateReader in) throws IOException {
        List<Signal> waiting = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        ChildNews news = ChildNews.NONE;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "waiting" -> {
                    in.beginArray();
                    while (in.next()) {
                        waiting.add(signal(in));
                    }
                }
                case "taken" -> {
                    in.beginArray();
                    while (in.next()) {
                        taken.add(ChainJson.text(in));
                    }
                }
                case "children" -> news = news(in);
                default -> in.skip();
            }
        }
        return new Inbox(waiting, taken, news);
    }

    private static void news(ChildNews part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("told").integer(part.told());
        ChainJson.number(out, "wakeAt", part.wakeAt());
        if (part.stops()) {
            out.field("stops").bool(true);
        }
        out.endObject();
    }

    private static ChildNews news(StateReader in) throws IOException {
        long told = 0;
        long wakeAt = 0;
        boolean stops = false;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "told" -> told = in.int64();
                case "wakeAt" -> wakeAt = in.int64();
                case "stops" -> stops = in.bool();
                default -> in.skip();
            }
        }
        return new ChildNews(told, wakeAt, stops);
    }

    private static Signal signal(StateReader in) throws IOException {
        in.beginArray();
        require(in);
        String name = ChainJson.text(in);
        require(in);
        String id = ChainJson.text(in);
        require(in);
        String payload = in.raw();
        while (in.next()) {
            in.skip();
        }
        return new Signal(name, id, payload);
    }

    private static void require(StateReader in) throws IOException {
        if (!in.next()) {
            throw in.failure("a signal has a name, an id and a content", null);
        }
    }
}

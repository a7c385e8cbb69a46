package dev.longhaul.runtime.chain;

import static dev.longhaul.runtime.chain.ChainJson.text;

import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The history of a chain in its record's JSON. */
final class HistoryJson {

    private HistoryJson() {}

    static void write(List<HopEntry> entries, StateWriter out) throws IOException {
        out.beginArray();
        for (HopEntry entry : entries) {
            out.beginObject();
            out.field("hop").integer(entry.hop());
            out.field("epoch").integer(entry.epoch());
            out.field("owner").string(entry.owner());
            out.field("startedAt").integer(entry.startedAt());
            out.field("endedAt").integer(entry.endedAt());
            out.field("steps").integer(entry.steps());
            out.field("end").text(entry.end());
            out.endObject();
        }
        out.endArray();
    }

    static List<HopEntry> read(StateReader in) throws IOException {
        List<HopEntry> entries = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            entries.add(entry(in));
        }
        return entries;
    }

    private static HopEntry entry(StateReader in) throws IOException {
        int hop = 0;
        long epoch = 0;
        String owner = "";
        long startedAt = 0;
        long endedAt = 0;
        long steps = 0;
        End end = End.OPEN;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "hop" -> hop = in.int32();
                case "epoch" -> epoch = in.int64();
                case "owner" -> owner = text(in);
                case "startedAt" -> startedAt = in.int64();
                case "endedAt" -> endedAt = in.int64();
                case "steps" -> steps = in.int64();
                case "end" -> end = ChainJson.constant(in, End.class);
                default -> in.skip();
            }
        }
        return new HopEntry(hop, epoch, owner, startedAt, endedAt, steps, end);
    }
}

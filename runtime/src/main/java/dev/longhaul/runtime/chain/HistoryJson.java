package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a chain in its record's JSON, which is written with every checkpoint, and so is kept short.
 *
 * <p>An invocation is an array: how much its hop's number and its epoch are above those of the invocation before it, the
 * milliseconds from the end of that one to its beginning, the milliseconds that it took, its steps, and how it ended. The last
 * is left out for one that handed off. For example, {@code [1,1,23,840000,512]} began 23 ms after the invocation before it, for
 * the next hop, and handed off after 14 minutes and 512 steps; {@code [0,1,60000,3000,4,"OPEN"]} took the same hop over a minute
 * after the last commit of the one that was lost.
 */
final class HistoryJson {

    /** What the first invocation is told from. */
    private static final HopEntry BEFORE_THE_FIRST = new HopEntry(0, 0, 0, 0, 0, End.HANDED_OFF);

    private HistoryJson() {}

    static void write(List<HopEntry> entries, StateWriter out) throws IOException {
        HopEntry before = BEFORE_THE_FIRST;
        out.beginArray();
        for (HopEntry entry : entries) {
            out.beginArray();
            out.integer(entry.hop() - before.hop());
            out.integer(entry.epoch() - before.epoch());
            out.integer(entry.startedAt() - before.endedAt());
            out.integer(entry.endedAt() - entry.startedAt());
            out.integer(entry.steps());
            if (entry.end() != End.HANDED_OFF) {
                out.text(entry.end());
            }
            out.endArray();
            before = entry;
        }
        out.endArray();
    }

    static List<HopEntry> read(StateReader in) throws IOException {
        List<HopEntry> entries = new ArrayList<>();
        HopEntry before = BEFORE_THE_FIRST;
        in.beginArray();
        while (in.next()) {
            before = entry(in, before);
            entries.add(before);
        }
        return entries;
    }

    private static HopEntry entry(StateReader in, HopEntry before) throws IOException {
        in.beginArray();
        int hop = before.hop() + (int) number(in);
        long epoch = before.epoch() + number(in);
        long startedAt = before.endedAt() + number(in);
        long endedAt = startedAt + number(in);
        long steps = number(in);
        End end = in.next() ? ChainJson.constant(in, End.class) : End.HANDED_OFF;
        if (end != End.HANDED_OFF) {
            while (in.next()) {
                in.skip();
            }
        }
        return new HopEntry(hop, epoch, startedAt, endedAt, steps, end);
    }

    private static long number(StateReader in) throws IOException {
        if (!in.next()) {
            throw in.failure("an invocation in the history has five numbers", null);
        }
        return in.int64();
    }
}

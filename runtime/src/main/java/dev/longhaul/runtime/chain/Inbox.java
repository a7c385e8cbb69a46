package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.text.Digests;
import dev.longhaul.runtime.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sent to a chain: the signals that wait to be given to its job, the ids of the last that were, and the news of
 * its children.
 *
 * @param waiting in the order in which they came
 * @param taken digests of the ids of the newest {@value #REMEMBERED} that were delivered, oldest first
 * @param news what it was told of its children
 */
public record Inbox(List<Signal> waiting, List<String> taken, ChildNews news) {

    /** Without a signal, and without news. */
    public static final Inbox EMPTY = new Inbox(List.of(), List.of(), ChildNews.NONE);

    /** How many signals may wait. */
    public static final int MOST = 100;

    /** How many bytes the names, ids and contents of those that wait may have in all. */
    public static final int MOST_BYTES = 20_000;

    /** Of how many delivered signals the id is remembered. */
    public static final int REMEMBERED = 50;

    /** Copies the lists. */
    public Inbox {
        waiting = List.copyOf(waiting);
        taken = List.copyOf(taken);
    }

    /** Whether no signal waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether a signal of that id waits or was delivered, as far as that is remembered. */
    public boolean knows(String id) {
        return waiting.stream().anyMatch(signal -> signal.id().equals(id)) || taken.contains(Digests.of(id));
    }

    /** Whether there is room for one more signal. */
    public boolean hasRoomFor(Signal signal) {
        return waiting.size() < MOST && waiting.stream().mapToInt(Inbox::bytes).sum() + bytes(signal) <= MOST_BYTES;
    }

    private static int bytes(Signal signal) {
        return Texts.bytes(signal.name()) + Texts.bytes(signal.id()) + Texts.bytes(signal.payload());
    }

    /** With one more signal. */
    Inbox with(Signal signal) {
        List<Signal> all = new ArrayList<>(waiting);
        all.add(signal);
        return new Inbox(all, taken, news);
    }

    /** After the first of those that waited were delivered. */
    public Inbox delivered(int count) {
        if (count == 0) {
            return this;
        }
        List<String> ids = new ArrayList<>(taken);
        waiting.subList(0, count).forEach(signal -> ids.add(Digests.of(signal.id())));
        return new Inbox(
                waiting.subList(count, waiting.size()),
                ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size()),
                news);
    }

    /** With other news. */
    public Inbox with(ChildNews value) {
        return new Inbox(waiting, taken, value);
    }
}

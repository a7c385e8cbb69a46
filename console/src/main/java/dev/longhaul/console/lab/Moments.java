package dev.longhaul.console.lab;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The moments of one chain, the newest of them. Not thread-safe. */
final class Moments {

    private static final int KEPT = 2_000;

    private final Deque<Moment> kept = new ArrayDeque<>();
    private long sequence;

    Moments() {}

    void add(Instant at, String request, String what, Map<String, String> details) {
        sequence++;
        kept.addLast(new Moment(sequence, at, request, what, details));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    List<Moment> after(long known) {
        return kept.stream().filter(each -> each.sequence() > known).toList();
    }
}

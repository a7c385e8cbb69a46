package dev.longhaul.local;

import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest of the asynchronous events that were given up. Thread-safe. */
final class FailedEvents implements InvocationListener {

    private static final int KEPT = 1000;

    private final Deque<FailedEvent> events = new ArrayDeque<>();

    @Override
    public synchronized void on(InvocationEvent event) {
        if (event instanceof InvocationEvent.GivenUp givenUp) {
            events.addLast(givenUp.event());
            if (events.size() > KEPT) {
                events.removeFirst();
            }
        }
    }

    synchronized List<FailedEvent> list() {
        return List.copyOf(events);
    }
}

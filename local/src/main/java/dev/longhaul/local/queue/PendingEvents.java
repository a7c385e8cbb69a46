package dev.longhaul.local.queue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which events wait and how many run. An event leaves the waiting ones exactly once: either to run, or when the queue is
 * closed; so that none is both run and given up. Thread-safe.
 */
final class PendingEvents {

    private final IdentityHashMap<QueuedEvent, QueuedEvent> waiting = new IdentityHashMap<>();
    private int running;
    private boolean closed;

    /** False when the queue is closed. */
    synchronized boolean addWaiting(QueuedEvent event) {
        if (!closed) {
            waiting.put(event, event);
        }
        return !closed;
    }

    /** False when the event no longer waits. */
    synchronized boolean startRunning(QueuedEvent event) {
        boolean waited = waiting.remove(event) != null;
        if (waited) {
            running++;
        }
        return waited;
    }

    synchronized void endRunning() {
        running--;
    }

    synchronized int size() {
        return waiting.size() + running;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes no more events, and hands over those that wait. */
    synchronized List<QueuedEvent> close() {
        closed = true;
        List<QueuedEvent> left = new ArrayList<>(waiting.keySet());
        waiting.clear();
        return left;
    }
}

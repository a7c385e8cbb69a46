package dev.longhaul.local.queue;

import java.util.List;

/** Where the events of a function's queue are kept while they wait and run. Thread-safe. */
public interface KeptEvents {

    /** Nowhere: they end with the queue. */
    KeptEvents NONE = new KeptEvents() {

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public List<QueuedEvent> load() {
            return List.of();
        }

        @Override
        public void save(QueuedEvent event) {}

        @Override
        public void remove(QueuedEvent event) {}
    };

    /** Whether an event that is there at the end is there at the next beginning. */
    boolean lasts();

    /** The events that an earlier queue has left behind. */
    List<QueuedEvent> load();

    /** Keeps an event as it is now. */
    void save(QueuedEvent event);

    /** Forgets an event that is done, or was given up. */
    void remove(QueuedEvent event);
}

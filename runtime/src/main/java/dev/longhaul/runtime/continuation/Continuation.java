package dev.longhaul.runtime.continuation;

/** Sends a chain's next hop on its way. Thread-safe. */
public interface Continuation extends AutoCloseable {

    /**
     * Gets ready to send, where that takes long: called when a hop has done its first tick, so that a chain which is done
     * before that needs none of it. Returns at once.
     */
    default void prepare() {}

    /** Loads what it needs to send; when it returns, that is done. For a process of which a snapshot is taken. */
    default void warmUp() {}

    /**
     * Sends a hop. When it returns, the event has been accepted.
     *
     * @throws ContinuationException when it was not, or when that is not known
     */
    void send(NextHop next);

    /**
     * Sends a hop that is not to run before a time, where there is a timer for it; a sweep finds it anyway. It may come before that, and
     * is then sent again.
     *
     * @param delayMillis from now
     * @return whether there is a timer, and it has it
     * @throws ContinuationException when it was not accepted, or when that is not known
     */
    default boolean sendLater(NextHop next, long delayMillis) {
        return false;
    }

    /** Lets go of connections. */
    @Override
    void close();
}

package dev.longhaul.runtime.continuation;

/** Sends a chain's next hop on its way. Thread-safe. */
public interface Continuation extends AutoCloseable {

    /**
     * Gets ready to send, where that takes long: called when a hop has done its first tick, so that a chain which is done
     * before that needs none of it. Returns at once.
     */
    default void prepare() {}

    /**
     * Sends a hop. When it returns, the event has been accepted.
     *
     * @throws ContinuationException when it was not, or when that is not known
     */
    void send(NextHop next);

    /** Lets go of connections. */
    @Override
    void close();
}

package dev.longhaul.runtime.watchdog;

/** The hop that a watchdog watches, as far as the watchdog asks it. All calls are on the watchdog's thread. */
public interface Watched {

    /** Gets ready for the handoff. Called once, at the first tick; it returns at once. */
    void prepare();

    /**
     * Whether the hop should end before its time. Asked on each tick at which the step of the tick before is still running;
     * it may take a while.
     */
    boolean askedToEnd();

    /** Hands off without the step. Answers whether that is settled, and is asked again where it is not. */
    boolean abandon();
}

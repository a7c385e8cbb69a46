package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.store.StoreUnavailableException;

/**
 * A row of tries that are lost to others, with a pause behind each but the first, until the invocation's time is up. It
 * belongs to one thread.
 */
final class Races {

    private final Patience patience;
    private final String rival;
    private int lost;

    /**
     * A row in which nothing is lost yet.
     *
     * @param rival who may win, for the message when time is up
     */
    Races(Patience patience, String rival) {
        this.patience = patience;
        this.rival = rival;
    }

    /**
     * Waits before the next try.
     *
     * @throws StoreUnavailableException when there is no time for one
     */
    void lost() {
        lost++;
        if (lost > 1) {
            patience.pauseOr(
                    new StoreUnavailableException(
                            rival + " got in the way " + lost + " times, until the time of this invocation was up",
                            null),
                    lost);
        }
    }
}

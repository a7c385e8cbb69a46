package dev.longhaul.client;

import java.util.List;

/**
 * What a sweep did with the chains that it found overdue.
 *
 * @param sent their hop was sent again
 * @param woken their wait is over, and their hop was sent
 * @param claimedMeanwhile somebody else had them before they could be taken
 * @param notSent the store or the function could not be reached for them: a later sweep tries again
 * @param givenUp nobody claimed them however often they were sent: they were stopped
 * @param unreadable their record is corrupt
 * @param log what happened, one line of JSON for each event, as the sweeper's function logs it
 */
public record Swept(
        int sent, int woken, int claimedMeanwhile, int notSent, int givenUp, int unreadable, List<String> log) {

    /** Copies the log. */
    public Swept {
        log = List.copyOf(log);
    }
}

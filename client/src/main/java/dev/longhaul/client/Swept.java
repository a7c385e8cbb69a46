package dev.longhaul.client;

/**
 * What a sweep did with the chains that it found overdue.
 *
 * @param sent their hop was sent again
 * @param woken their wait is over, and their hop was sent
 * @param told others were told of their end
 * @param claimedMeanwhile somebody else had them before they could be taken
 * @param notSent what they need could not be reached: a later sweep tries again
 * @param givenUp nobody claimed them however often they were sent: they were stopped
 * @param unreadable their record is corrupt
 */
public record Swept(int sent, int woken, int told, int claimedMeanwhile, int notSent, int givenUp, int unreadable) {}

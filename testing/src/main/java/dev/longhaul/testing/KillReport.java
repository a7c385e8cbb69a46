package dev.longhaul.testing;

/**
 * What {@link ChainTester#killAtEveryPoint} tried; it came to the same end each time.
 *
 * @param points the points at which the job could die: as it is, with a checkpoint and with a handoff after every step
 * @param runs the runs in which it did, one before and one after each point
 */
public record KillReport(int points, int runs) {}

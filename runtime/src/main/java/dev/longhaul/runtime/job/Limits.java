package dev.longhaul.runtime.job;

/**
 * What ends a chain that does not end by itself. Immutable.
 *
 * @param maxHops the hops after which the chain is stopped
 * @param maxStalledHops the invocations in a row without a committed step that end the chain
 * @param maxCostUsd the most that the chain may cost, or 0 for no bound
 * @param maxDurationMillis the time after its start at which the chain is stopped, or 0 for no bound
 */
public record Limits(int maxHops, int maxStalledHops, double maxCostUsd, long maxDurationMillis) {}

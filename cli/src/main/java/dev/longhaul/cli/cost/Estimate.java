package dev.longhaul.cli.cost;

/**
 * What work costs in one place.
 *
 * @param place where: {@code Lambda arm64}
 * @param what what is had there: {@code 1769 MB}
 * @param usd US dollars
 * @param seconds how long it takes
 */
public record Estimate(String place, String what, double usd, double seconds) {}

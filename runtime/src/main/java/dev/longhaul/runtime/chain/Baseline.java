package dev.longhaul.runtime.chain;

/**
 * From where the bounds of a chain are counted: its beginning, or where it was resumed last.
 *
 * @param hop the first hop that counts
 * @param claims the claims before it
 * @param billedMillis what had been billed before it
 * @param at when that was, in milliseconds of the epoch
 */
public record Baseline(int hop, int claims, long billedMillis, long at) {}

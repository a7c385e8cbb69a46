package dev.longhaul.runtime.chain;

/**
 * From where the bounds of a chain are counted: its beginning, or where it was resumed last.
 *
 * @param hop the first hop that counts
 * @param billedMillis what had been billed before it
 * @param at when it was granted, in milliseconds of the epoch
 */
public record Grant(int hop, long billedMillis, long at) {}

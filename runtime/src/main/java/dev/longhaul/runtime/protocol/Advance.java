package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.Work;

/**
 * What an invocation has done by now, to be committed.
 *
 * @param work the work of the chain, all told, with its state
 * @param stepReturned whether a step has returned since the last commit, or a signal was delivered: only that ends a row of
 *     failed attempts
 * @param delivered how many of the signals that waited were delivered since the last commit
 */
public record Advance(Work work, boolean stepReturned, int delivered) {}

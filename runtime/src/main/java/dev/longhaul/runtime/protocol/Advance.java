package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.Work;

/**
 * What an invocation has done by now, to be committed.
 *
 * @param work the work of the chain, all told, with its state
 * @param stepReturned whether a step has returned since the last commit: only that ends a row of failed attempts
 */
public record Advance(Work work, boolean stepReturned) {}

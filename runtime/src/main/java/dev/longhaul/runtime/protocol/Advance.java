package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.Work;

/**
 * What an invocation has done by now, to be committed.
 *
 * @param work the work of the chain, all told, with its state
 * @param stepReturned whether a step has returned since the last commit, or a signal was delivered: only that ends a row of
 *     failed attempts
 * @param delivered how many of the signals that waited were delivered since the last commit
 * @param awaited what it waits for of its children, should it wait
 */
public record Advance(Work work, boolean stepReturned, int delivered, Awaited awaited) {

    /**
     * What a chain waits for of its children.
     *
     * @param told how many ends it is to be told of before it is woken; 0 where it waits for none
     * @param stops whether it has living children that are to be stopped when it is
     */
    public record Awaited(long told, boolean stops) {

        /** Of a chain without children. */
        public static final Awaited NOTHING = new Awaited(0, false);
    }
}

package dev.longhaul.runtime.chain;

/**
 * What a chain was told of its children.
 *
 * <p>It is a count and no more: which of them have ended, and how, stands in their own records. An end may be told twice, and
 * it may not be told at all, where a child died after its last commit: so the count says when it is worth to look, and
 * nothing else hangs on it.
 *
 * @param told how often the end of a child was told, in all
 * @param wakeAt the count at which the chain is woken where it waits; 0 where it waits for no child
 * @param stops whether it has living children that are to be stopped when it is
 */
public record ChildNews(long told, long wakeAt, boolean stops) {

    /** Of a chain without children. */
    public static final ChildNews NONE = new ChildNews(0, 0, false);

    /** After one more end was told. */
    ChildNews withOneMore() {
        return new ChildNews(told + 1, wakeAt, stops);
    }

    /** The same count, awaited otherwise. */
    public ChildNews awaited(long count, boolean stopsToo) {
        return new ChildNews(told, count, stopsToo);
    }

    /** Whether so much was told that a chain which waits is to be woken. */
    public boolean isEnough() {
        return wakeAt > 0 && told >= wakeAt;
    }
}

package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.protocol.Advance;
import org.jspecify.annotations.Nullable;

/** How the work with one object of the job ended. */
sealed interface LoopEnd {

    /** The time of this invocation is up. */
    record Yielded(Advance advance) implements LoopEnd {}

    /**
     * The job waits before its next step.
     *
     * @param until when that may begin, in milliseconds of the epoch
     */
    record Paused(Advance advance, long until) implements LoopEnd {}

    /** A {@code @Terminate} method answered true; the result is JSON. */
    record Done(Advance advance, String result) implements LoopEnd {}

    /** The chain has met a bound; what was done is committed. */
    record BoundMet(Failure bound) implements LoopEnd {}

    /** A stop was asked for, by the job or from outside. */
    record StopAsked(@Nullable Advance advance, String reason) implements LoopEnd {}
}

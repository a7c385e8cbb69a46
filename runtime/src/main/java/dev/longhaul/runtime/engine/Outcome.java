package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.protocol.Commits.Work;
import org.jspecify.annotations.Nullable;

/** How the work with one object of the job ended. */
sealed interface Outcome {

    /** The time of this invocation is up. */
    record Yielded(Work work) implements Outcome {}

    /** A {@code @Terminate} method answered true; the result is JSON. */
    record Done(Work work, String result) implements Outcome {}

    /** The chain has met a bound; what was done is committed. */
    record BoundMet(Failure bound) implements Outcome {}

    /** A stop was asked for, by the job or from outside. */
    record StopAsked(@Nullable Work work, String reason) implements Outcome {}
}

package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a step that throws is tried again: on the {@link Step} method. Without it the defaults hold.
 *
 * <p>Each try begins from the last checkpoint, with a new object of the job. The tries are counted across hops, and begin
 * anew when a step is committed. A step that throws {@code dev.longhaul.runtime.RetryLaterException} names the delay
 * itself.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Retry {

    /** How often a step is tried in all; above 0. The chain fails with what the last try threw. */
    int attempts() default 8;

    /**
     * The delay before the second try, in milliseconds; above 0. Each further delay is twice as long, up to {@link
     * #maxDelayMillis}; at random a part of it, up to a half, is left out.
     */
    long firstDelayMillis() default 1_000;

    /** The longest delay, in milliseconds; not below {@link #firstDelayMillis}. */
    long maxDelayMillis() default 60_000;

    /** The exceptions, with their subclasses, after which the chain fails at once. */
    Class<? extends Throwable>[] notOn() default {};
}

package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of the type {@code ChildChains<R>}, where {@code R} is what the {@code @OnStart} method of another job takes: the
 * chains of that job which this chain starts, and what it has learned of them. {@code Void} stands for a job that takes no start
 * event.
 *
 * <p>The field is part of the state, and the handler fills it: it has no value of its own. It is neither private nor final nor
 * static.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Children {

    /** The job that is started: a class with {@code @LongRunning}. */
    Class<?> value();

    /** How many run at a time, from 1 to 1,000; the others wait in the state of this chain. */
    int maxRunning() default 100;

    /** How many this chain starts in all, at the most; above 0. What bounds a child itself are the options of its job. */
    int most() default 10_000;

    /** Whether those that run are stopped when this chain is stopped, fails or meets a bound. */
    boolean stopWithParent() default false;
}

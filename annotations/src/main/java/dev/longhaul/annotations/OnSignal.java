package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that takes a message from outside to a living chain, between two steps. It takes the message's content as a
 * type of the job's, a {@code JobContext}, both or neither. A job has any number of such methods, one for each name.
 *
 * <p>Each signal is taken once and in the order in which signals came. What the method changes in the state is committed
 * together with the signal's delivery: a method that dies or throws begins anew, from the state before it. A chain that waits is
 * woken. The method makes no checkpoint; what takes long it leaves to the step.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OnSignal {

    /** The signal's name, {@code [A-Za-z0-9-_.]{1,64}}; another one in each such method of a job. */
    String value();

    /** Whether fields of the content that its type does not have are passed over; by default such a signal is refused. */
    boolean ignoreUnknown() default false;
}

package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that begins a chain, in hop 0 before the first step. It takes the start event as a type of the
 * job's, or as one of AWS's event classes, a {@code JobContext}, both or neither.
 *
 * <p>It begins anew, with the same event, where hop 0 dies before the first checkpoint behind it: from nothing, or from the
 * state of the last checkpoint that it made itself.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OnStart {

    /**
     * Whether fields of the start event that its type does not have are passed over. By default a start event with such a
     * field is refused before anything is written: it may be a typing error in the name of one that the job needs. AWS's event
     * classes are always read so, since AWS adds fields to its events.
     */
    boolean ignoreUnknown() default false;
}

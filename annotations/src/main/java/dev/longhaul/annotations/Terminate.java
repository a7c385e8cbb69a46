package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that says whether the work is done: {@code boolean}, with no parameter or a {@code JobContext}.
 *
 * <p>A job has one or more; they are asked before the first and after every step, and the chain completes when any
 * answers true.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Terminate {}

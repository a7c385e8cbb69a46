package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one method that does a bounded unit of the work: {@code void}, with no parameter or a {@code JobContext}.
 *
 * <p>Work is interrupted between steps, never inside one. A step that throws, or whose hop dies, is done again from the
 * last checkpoint: effects outside the state happen at least once, and {@code JobContext.idempotencyKey()} makes them
 * once.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Step {}

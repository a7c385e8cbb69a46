package dev.longhaul.runtime.job;

/**
 * The times of an invocation, in milliseconds. Immutable.
 *
 * @param safeMillis hand off as soon as less than this remains
 * @param tickMillis how often the watchdog looks
 * @param timeoutMillis the declared timeout of the function
 * @param maxStepMillis the longest that one step takes, or 0 where that is not known
 * @param adaptive whether safeMillis is a ceiling
 */
public record Timing(long safeMillis, long tickMillis, long timeoutMillis, long maxStepMillis, boolean adaptive) {}

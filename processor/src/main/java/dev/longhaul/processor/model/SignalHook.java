package dev.longhaul.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A method of a job that takes a signal.
 *
 * @param method the method
 * @param name the signal's name
 * @param payload how its content is read, or null where the method takes none
 * @param ignoreUnknown whether fields of the content are passed over that its type does not have
 */
public record SignalHook(
        JobMethod method, Located<String> name, @Nullable Verdict payload, boolean ignoreUnknown) {}

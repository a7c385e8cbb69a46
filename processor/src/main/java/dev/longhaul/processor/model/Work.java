package dev.longhaul.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job does until it is done.
 *
 * @param steps the {@code @Step} methods
 * @param retry how the step is tried again, or null where nothing is said of that
 * @param strays methods with {@code @Retry} that are no steps
 * @param terminates the {@code @Terminate} methods
 */
public record Work(
        List<JobMethod> steps, @Nullable Retry retry, List<Located<String>> strays, List<JobMethod> terminates) {}

package dev.longhaul.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a job that are called when a chain begins or ends, or is told something.
 *
 * @param starts the {@code @OnStart} methods
 * @param event how the start event is read, or null where the job takes none
 * @param ignoreUnknown whether fields of the start event are passed over that its type does not have
 * @param signals the {@code @OnSignal} methods
 * @param completes the {@code @OnComplete} methods
 * @param result how the result is written, or null where there is none
 * @param failures the {@code @OnFailure} methods
 */
public record Hooks(
        List<JobMethod> starts,
        @Nullable Verdict event,
        boolean ignoreUnknown,
        List<SignalHook> signals,
        List<JobMethod> completes,
        @Nullable Verdict result,
        List<JobMethod> failures) {}

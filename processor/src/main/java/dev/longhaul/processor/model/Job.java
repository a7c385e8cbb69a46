package dev.longhaul.processor.model;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A job as its source says it, right or wrong.
 *
 * @param type the annotated class
 * @param options the options
 * @param steps the {@code @Step} methods
 * @param terminates the {@code @Terminate} methods
 * @param starts the {@code @OnStart} methods
 * @param startShape how the start event is read, or null where the job takes none
 * @param completes the {@code @OnComplete} methods
 * @param resultShape how the result is written, or null where there is none
 * @param failures the {@code @OnFailure} methods
 * @param states the {@code @State} fields
 */
public record Job(
        TypeElement type,
        Options options,
        List<JobMethod> steps,
        List<JobMethod> terminates,
        List<JobMethod> starts,
        @Nullable Shape startShape,
        List<JobMethod> completes,
        @Nullable Shape resultShape,
        List<JobMethod> failures,
        List<StateField> states) {

    /** The job's name. */
    public String name() {
        return options.name().value();
    }

    /** Whether all types are there that its annotated members mention. */
    public boolean isWhole() {
        return Stream.of(steps, terminates, starts, completes, failures)
                        .flatMap(List::stream)
                        .noneMatch(JobMethod::mentionsMissing)
                && Stream.concat(states.stream().map(StateField::shape), Stream.of(startShape, resultShape))
                        .noneMatch(shape -> shape instanceof Shape.Unsupported unsupported && unsupported.isMissing());
    }

    /** The place of the class itself. */
    public Located<String> at() {
        return Located.at(type.getSimpleName().toString(), type);
    }
}

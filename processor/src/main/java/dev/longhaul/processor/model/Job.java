package dev.longhaul.processor.model;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A job as its source says it, right or wrong.
 *
 * @param type the annotated class
 * @param home where its handler is written
 * @param options the options
 * @param work its steps, and its ends
 * @param hooks the methods for begin and end
 * @param state what is saved
 * @param misspelt whether a member has an annotation that is not there, or not yet: it may be one of Longhaul's
 */
public record Job(TypeElement type, Home home, Options options, Work work, Hooks hooks, State state, boolean misspelt) {

    /** The job's name. */
    public String name() {
        return options.name().value();
    }

    /** How its objects are made. */
    public Creation creation() {
        return home.creation();
    }

    /** The {@code @Step} methods. */
    public List<JobMethod> steps() {
        return work.steps();
    }

    /** The {@code @Terminate} methods. */
    public List<JobMethod> terminates() {
        return work.terminates();
    }

    /** The {@code @State} fields. */
    public List<StateField> states() {
        return state.fields();
    }

    /** Whether all types and annotations are there that its members mention. */
    public boolean isWhole() {
        return Stream.of(steps(), terminates(), hooks.starts(), signalMethods(), hooks.completes(), hooks.failures())
                        .flatMap(List::stream)
                        .noneMatch(JobMethod::mentionsMissing)
                && Stream.of(
                                states().stream().map(StateField::verdict),
                                hooks.signals().stream().map(SignalHook::payload),
                                state.children().stream().flatMap(field -> Stream.of(field.input(), field.result())),
                                Stream.of(hooks.event(), hooks.result()))
                        .flatMap(verdicts -> verdicts)
                        .noneMatch(verdict -> verdict instanceof Verdict.Misspelt
                                || (verdict instanceof Verdict.Unsupported part && part.isMissing()))
                && !creation().mentionsMissing()
                && !misspelt;
    }

    private List<JobMethod> signalMethods() {
        return hooks.signals().stream().map(SignalHook::method).toList();
    }

    /** The place of the class itself. */
    public Located<String> at() {
        return Located.at(type.getSimpleName().toString(), type);
    }
}

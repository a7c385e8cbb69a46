package dev.longhaul.processor.model;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An annotated method of a job, its own or an inherited one.
 *
 * @param element the method
 * @param annotation the annotation on it
 * @param accessible whether code in the job's package can call it on the job
 * @param throwing what it may throw
 * @param returnType what it returns, with the job's type arguments filled in
 * @param parameters what it takes, likewise
 * @param misspelt whether it mentions a type that is not there, or not yet, of which the compiler tells: nobody knows whether
 *     it is the right one
 */
public record JobMethod(
        ExecutableElement element,
        AnnotationMirror annotation,
        boolean accessible,
        Throwing throwing,
        TypeMirror returnType,
        List<Parameter> parameters,
        boolean misspelt) {

    /**
     * A parameter of a job's method.
     *
     * @param type its type
     * @param isContext whether it is a {@code JobContext}
     */
    public record Parameter(TypeMirror type, boolean isContext) {}

    /** The method's name. */
    public String name() {
        return element.getSimpleName().toString();
    }

    /** Whether it takes nothing, or a {@code JobContext} alone. */
    public boolean takesAtMostContext() {
        return parameters.isEmpty()
                || (parameters.size() == 1 && parameters.get(0).isContext());
    }

    /** Whether it mentions a type that is not there, or not yet. */
    public boolean mentionsMissing() {
        return returnType.getKind() == TypeKind.ERROR
                || parameters.stream().anyMatch(parameter -> parameter.type().getKind() == TypeKind.ERROR);
    }

    /** The place of its annotation. */
    public Located<String> at() {
        return Located.at(name(), element);
    }
}

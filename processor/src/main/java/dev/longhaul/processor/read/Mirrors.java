package dev.longhaul.processor.read;

import dev.longhaul.processor.names.Names;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds annotations by name. */
public final class Mirrors {

    /** The package of the annotations, and a dot. */
    private static final String OURS = Names.STEP.substring(0, Names.STEP.lastIndexOf('.') + 1);

    private Mirrors() {}

    /** The annotation of that name on an element. */
    public static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (name(mirror).contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** The first annotation of Longhaul's on an element. */
    public static Optional<? extends AnnotationMirror> ours(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (name(mirror).toString().startsWith(OURS)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Whether an annotation of Longhaul's says what a member is; {@code @Retry} says only more of a step. */
    static boolean hasRole(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(Mirrors::name)
                .anyMatch(name -> name.toString().startsWith(OURS) && !name.contentEquals(Names.RETRY));
    }

    /** A value of an annotation, or null where none is written. */
    public static @Nullable AnnotationValue written(AnnotationMirror annotation, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
                annotation.getElementValues().entrySet()) {
            if (value.getKey().getSimpleName().contentEquals(name)) {
                return value.getValue();
            }
        }
        return null;
    }

    /** Whether a value of an annotation is written, and is true. */
    static boolean isTrue(AnnotationMirror annotation, String name) {
        AnnotationValue value = written(annotation, name);
        return value != null && Boolean.TRUE.equals(value.getValue());
    }

    private static Name name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName();
    }

    /** Whether a type is the class of that name, also where the type itself is annotated. */
    public static boolean isType(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
    }
}

package dev.longhaul.processor.read;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What keeps a handler from creating an object of a user's class by the constructor without parameters. */
final class Obstacle {

    private Obstacle() {}

    /**
     * What is in the way, and what to do; empty where nothing is.
     *
     * @param mayThrow whether the constructor may throw checked exceptions
     */
    static Optional<String> to(TypeElement type, TypeElement job, Symbols symbols, boolean mayThrow) {
        if (type.getKind() == ElementKind.ENUM) {
            return Optional.of("it is an enum, of which the handler can create no object. Name a class or a record.");
        }
        if (!type.getKind().isClass() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("it is abstract, and the handler creates it. Name a concrete class.");
        }
        if (!symbols.isVisible(type, job)) {
            return Optional.of("it is private, or of another package and not public. Make it visible to the handler.");
        }
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("it is an inner class, and the handler has no object to create it in. Make it static.");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of("it has type parameters, and the handler can't choose their types. Name a class that"
                    + " extends it with the types filled in.");
        }
        return symbols.isCreatable(type, job, mayThrow)
                ? Optional.empty()
                : Optional.of("it has no constructor without parameters that the handler can call. Add one that is not"
                        + (mayThrow ? " private." : " private and throws no checked exception."));
    }
}

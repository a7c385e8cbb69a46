package dev.longhaul.processor.write;

import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Finds out whether a handler has to suppress the warnings about what is deprecated: its author can't. */
final class Deprecations {

    private final Elements elements;

    Deprecations(Elements elements) {
        this.elements = elements;
    }

    /** Whether one of the classes that a handler names, or a member of it, is deprecated. */
    boolean isIn(Set<TypeElement> named) {
        return named.stream().anyMatch(type -> elements.isDeprecated(type) || isInMembers(type));
    }

    /** Of the JDK's classes no member is called that is deprecated, and many have one. */
    private boolean isInMembers(TypeElement type) {
        return !type.getQualifiedName().toString().startsWith("java.")
                && (type.getEnclosedElements().stream().anyMatch(elements::isDeprecated)
                        || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                                .anyMatch(this::isInMembersOf));
    }

    private boolean isInMembersOf(TypeMirror parent) {
        return parent instanceof DeclaredType declared && isInMembers((TypeElement) declared.asElement());
    }
}

package dev.longhaul.processor.write;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The name of a type as a word: {@code MapOfStringAndListOfOrder}. */
final class TypeWords {

    private TypeWords() {}

    static String of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "Array";
        }
        if (type instanceof DeclaredType declared) {
            String name = declared.asElement().getSimpleName().toString();
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : declared.getTypeArguments().stream()
                            .map(TypeWords::of)
                            .collect(Collectors.joining("And", name + "Of", ""));
        }
        if (type instanceof WildcardType wildcard) {
            TypeMirror above = wildcard.getExtendsBound();
            TypeMirror bound = above == null ? wildcard.getSuperBound() : above;
            return bound == null ? "Any" : "Any" + of(bound);
        }
        String primitive = type.toString();
        return primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
    }
}

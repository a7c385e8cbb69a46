package dev.longhaul.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name of a type as a word: {@code MapOfStringAndListOfOrder}. */
final class TypeWords {

    private TypeWords() {}

    static String of(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return of(array.componentType()) + "Array";
        }
        if (type instanceof ParameterizedTypeName generic) {
            String name = generic.rawType().simpleName();
            return generic.typeArguments().isEmpty()
                    ? name
                    : generic.typeArguments().stream()
                            .map(TypeWords::of)
                            .collect(Collectors.joining("And", name + "Of", ""));
        }
        if (type instanceof WildcardTypeName wildcard) {
            TypeName bound = wildcard.lowerBounds().isEmpty()
                    ? wildcard.upperBounds().get(0)
                    : wildcard.lowerBounds().get(0);
            return bound.equals(ClassName.OBJECT) ? "Any" : "Any" + of(bound);
        }
        if (type instanceof ClassName named) {
            return named.simpleName();
        }
        String primitive = type.toString();
        return primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
    }
}

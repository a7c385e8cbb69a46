package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;

/**
 * Records and beans with wildcards as type arguments. Each wildcard stands for a type that has no name, and a part with that
 * type as its argument is of one that has none either: {@code List<Tree<T>>} within a {@code Tree<?>}. So parts are written and
 * read as if each wildcard were one of its own, and go in and out without type arguments.
 */
final class Wildcards {

    private Wildcards() {}

    /** Whether wildcards are among the type arguments. */
    static boolean isOpen(TypeName type) {
        return type instanceof ParameterizedTypeName generic
                && generic.typeArguments().stream().anyMatch(WildcardTypeName.class::isInstance);
    }

    /** A type behind {@code new}, where no wildcard can stand. */
    static CodeBlock created(TypeName type) {
        return isOpen(type) ? CodeBlock.of("$T<>", ((ParameterizedTypeName) type).rawType()) : CodeBlock.of("$T", type);
    }

    /** The value of a part, which a whole gives or is given. */
    static CodeBlock part(TypeName whole, TypeName part, CodeBlock value) {
        return isOpen(whole) && part instanceof ParameterizedTypeName generic && mentionsOpen(part)
                ? CodeBlock.of("($T) $L", generic.rawType(), value)
                : value;
    }

    private static boolean mentionsOpen(TypeName type) {
        return type instanceof ParameterizedTypeName generic
                && (isOpen(type) || generic.typeArguments().stream().anyMatch(Wildcards::mentionsOpen));
    }
}

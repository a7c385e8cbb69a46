package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that is a text: the name of an enum's constant, or what a codec of the user's makes.
 *
 * @param codec the codec, or null for an enum
 */
record TextMethod(TypeName type, @Nullable TypeName codec) implements CodecMethod {

    /** The variables of the methods in which a constant is looked for. */
    private static final Set<String> LOCALS = Set.of("e", "in", "key", "text", "values");

    @Override
    public CodeBlock write(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("out.string(new $T().encode(value))", Objects.requireNonNull(codec))
                .build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        CodeBlock value =
                codec == null ? constant(type, CodeBlock.of("text")) : CodeBlock.of("new $T().decode(text)", codec);
        return CodeBlock.builder()
                .addStatement("$T text = in.$L()", String.class, codec == null ? "string" : "coded")
                .beginControlFlow("try")
                .addStatement("return $L", value)
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("throw in.failure($S, e)", "the text is no " + simple(type))
                .endControlFlow()
                .build();
    }

    /** The constant of an enum. A variable would hide a class of its name where a method of the class is called. */
    static CodeBlock constant(TypeName type, CodeBlock name) {
        String first = type.toString();
        boolean hidden = LOCALS.contains(first.substring(0, (first + ".").indexOf('.')))
                || (type instanceof ClassName named
                        && LOCALS.contains(named.topLevelClassName().simpleName()));
        return hidden
                ? CodeBlock.of("$T.valueOf($T.class, $L)", Enum.class, type, name)
                : CodeBlock.of("$T.valueOf($L)", type, name);
    }

    static String simple(TypeName type) {
        String name = type.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

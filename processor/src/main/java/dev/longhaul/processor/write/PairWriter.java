package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes the two methods of a type. All of them take null, and give it back. */
final class PairWriter {

    private final Serializers serializers;
    private final String name;

    PairWriter(Serializers serializers, String name) {
        this.serializers = serializers;
        this.name = name;
    }

    Pair write(Shape shape) {
        TypeName type = TypeName.get(shape.type());
        if (shape instanceof Shape.Boxed boxed) {
            return pair(
                    type,
                    statement("out.$L(value)", boxed.form().writer()),
                    statement("return in.$L()", boxed.form().reader()));
        }
        if (shape instanceof Shape.Text text) {
            return pair(type, statement("out.text(value)"), parsed(CodeBlock.of(text.parse() + "(text)", type), type));
        }
        if (shape instanceof Shape.EnumName) {
            return pair(
                    type, statement("out.string(value.name())"), parsed(CodeBlock.of("$T.valueOf(text)", type), type));
        }
        if (shape instanceof Shape.Coded coded) {
            TypeName codec = TypeName.get(coded.codec());
            return pair(
                    type,
                    statement("out.string(new $T().encode(value))", codec),
                    parsed(CodeBlock.of("new $T().decode(text)", codec), type));
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new ContainerWriter(serializers).sequence(this, sequence);
        }
        if (shape instanceof Shape.Mapping mapping) {
            return new ContainerWriter(serializers).mapping(this, mapping);
        }
        if (shape instanceof Shape.Array array) {
            return new ContainerWriter(serializers).array(this, array);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return new ContainerWriter(serializers).maybe(this, maybe);
        }
        if (shape instanceof Shape.Components components) {
            return new ObjectWriter(serializers).components(this, components);
        }
        if (shape instanceof Shape.Bean bean) {
            return new ObjectWriter(serializers).bean(this, bean);
        }
        throw new IllegalArgumentException(shape + " has no methods of its own");
    }

    /** The two methods around what they do with a value that is not null. */
    Pair pair(TypeName type, CodeBlock write, CodeBlock read) {
        MethodSpec writer = MethodSpec.methodBuilder("write" + name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.STATE_WRITER, "out")
                .addParameter(type, "value")
                .addException(IOException.class)
                .beginControlFlow("if (value == null)")
                .addStatement("out.nothing()")
                .addStatement("return")
                .endControlFlow()
                .addCode(write)
                .build();
        MethodSpec reader = MethodSpec.methodBuilder("read" + name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(Names.STATE_READER, "in")
                .addException(IOException.class)
                .beginControlFlow("if (in.isNull())")
                .addStatement("return null")
                .endControlFlow()
                .addCode(read)
                .build();
        return new Pair(writer, reader);
    }

    /** The reading of a text that may be none of the type's. */
    static CodeBlock parsed(CodeBlock expression, TypeName type) {
        return CodeBlock.builder()
                .addStatement("String text = in.string()")
                .beginControlFlow("try")
                .addStatement("return $L", expression)
                .nextControlFlow("catch (RuntimeException e)")
                .addStatement("throw in.failure($S + text + $S, e)", "\"", "\" is no " + simple(type))
                .endControlFlow()
                .build();
    }

    static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    private static String simple(TypeName type) {
        String text = type.toString();
        return text.substring(text.lastIndexOf('.') + 1);
    }
}

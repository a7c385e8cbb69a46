package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import java.io.IOException;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Writes the method of a type in one direction. It takes null, and gives it back. */
final class MethodWriter {

    private final Serializers serializers;
    private final Direction direction;
    private final String name;

    MethodWriter(Serializers serializers, Direction direction, String name) {
        this.serializers = serializers;
        this.direction = direction;
        this.name = name;
    }

    MethodSpec write(Shape shape) {
        TypeName type = TypeName.get(shape.type());
        if (shape instanceof Shape.Boxed boxed) {
            return method(
                    type,
                    () -> statement("out.$L(value)", boxed.form().writer()),
                    () -> statement("return in.$L()", boxed.form().reader()));
        }
        if (shape instanceof Shape.Text text) {
            return method(
                    type,
                    () -> statement("out.text(value)"),
                    () -> parsed(CodeBlock.of(text.parse() + "(text)", type), type));
        }
        if (shape instanceof Shape.EnumName) {
            return method(
                    type,
                    () -> statement("out.string(value.name())"),
                    () -> parsed(CodeBlock.of("$T.valueOf(text)", type), type));
        }
        if (shape instanceof Shape.Coded coded) {
            TypeName codec = TypeName.get(coded.codec());
            return method(
                    type,
                    () -> statement("out.string(new $T().encode(value))", codec),
                    () -> parsed(CodeBlock.of("new $T().decode(text)", codec), type));
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

    /** The method around what it does with a value that is not null. */
    MethodSpec method(TypeName type, Supplier<CodeBlock> write, Supplier<CodeBlock> read) {
        return switch (direction) {
            case WRITE ->
                begin(name)
                        .addParameter(Names.STATE_WRITER, "out")
                        .addParameter(type, "value")
                        .addCode("if (value == null) {\n$>out.nothing();\nreturn;\n$<}\n")
                        .addCode(write.get())
                        .build();
            case READ ->
                begin(name)
                        .returns(type)
                        .addParameter(Names.STATE_READER, "in")
                        .addCode("if (in.isNull()) {\n$>return null;\n$<}\n")
                        .addCode(read.get())
                        .build();
        };
    }

    private static MethodSpec.Builder begin(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addException(IOException.class);
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

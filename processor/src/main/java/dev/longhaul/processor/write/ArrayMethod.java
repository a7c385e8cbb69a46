package dev.longhaul.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import java.util.Arrays;

/** An array: one that grows as it is read. */
record ArrayMethod(Shape.Array shape) implements CodecMethod {

    private static final int FIRST_LENGTH = 16;

    @Override
    public CodeBlock write(Codecs codecs) {
        return SequenceMethod.elements(CodeBlock.of(""), shape.element(), codecs);
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("$T values = $L", shape.type(), created())
                .addStatement("int size = 0")
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .beginControlFlow("if (size == values.length)")
                .addStatement("values = $T.copyOf(values, size * 2)", Arrays.class)
                .endControlFlow()
                .addStatement("values[size++] = $L", codecs.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return $T.copyOf(values, size)", Arrays.class)
                .build();
    }

    private CodeBlock created() {
        TypeName element = shape.element().type();
        StringBuilder more = new StringBuilder();
        while (element instanceof ArrayTypeName array) {
            more.append("[]");
            element = array.componentType();
        }
        return CodeBlock.of("new $T[$L]$L", element, FIRST_LENGTH, more);
    }
}

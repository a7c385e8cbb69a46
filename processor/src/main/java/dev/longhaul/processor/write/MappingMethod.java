package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import java.util.Map;

/** A map: an object with a field for each key. */
record MappingMethod(Shape.Mapping shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        TypeName entry = ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class),
                shape.key().type(),
                shape.value().type());
        return CodeBlock.builder()
                .addStatement("out.beginObject($T.class, value)", CodecChoice.raw(shape.type()))
                .beginControlFlow("for ($T entry : value.entrySet())", entry)
                .addStatement("out.key(entry.getKey())")
                .addStatement(codecs.write(shape.value(), CodeBlock.of("out"), CodeBlock.of("entry.getValue()")))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("$T values = new $T<>()", shape.type(), shape.implementation())
                .addStatement("in.beginObject()")
                .beginControlFlow("while (in.next())")
                // The key first: reading the value may go beyond its name.
                .add(key())
                .addStatement("values.put(key, $L)", codecs.read(shape.value(), "in"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    private CodeBlock key() {
        TypeName type = shape.key().type();
        if (shape.key() instanceof Shape.Scalar) {
            return CodeBlock.builder()
                    .addStatement("$T key = in.name()", String.class)
                    .build();
        }
        if (!(shape.key() instanceof Shape.EnumName)) {
            return CodeBlock.builder()
                    .addStatement("$T key = in.key($T.class)", type, type)
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("$T key", type)
                .beginControlFlow("try")
                .addStatement("key = $L", TextMethod.constant(type, CodeBlock.of("in.name()")))
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("throw in.failure($S, e)", "the key is no " + TextMethod.simple(type))
                .endControlFlow()
                .build();
    }
}

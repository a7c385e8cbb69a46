package dev.longhaul.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.ScalarForm;
import dev.longhaul.processor.model.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Writes the methods of collections, maps, arrays and optionals. */
final class ContainerWriter {

    private static final int FIRST_LENGTH = 16;

    private final Serializers serializers;

    ContainerWriter(Serializers serializers) {
        this.serializers = serializers;
    }

    MethodSpec sequence(MethodWriter method, Shape.Sequence shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(type, () -> elements(shape.element()), () -> readSequence(shape, type));
    }

    private CodeBlock readSequence(Shape.Sequence shape, TypeName type) {
        return CodeBlock.builder()
                .addStatement("$T values = new $T<>()", type, ClassName.get(shape.implementation()))
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .addStatement("values.add($L)", serializers.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    MethodSpec mapping(MethodWriter method, Shape.Mapping shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(
                type,
                () -> writeMapping(shape),
                () -> shape.key() instanceof Shape.Scalar ? readStringMap(shape, type) : readMapping(shape, type));
    }

    private CodeBlock writeMapping(Shape.Mapping shape) {
        TypeName key = TypeName.get(shape.key().type());
        TypeName value = TypeName.get(shape.value().type());
        return CodeBlock.builder()
                .addStatement("out.beginObject()")
                .beginControlFlow("for ($T<$T, $T> entry : value.entrySet())", Map.Entry.class, key, value)
                .addStatement("out.field($L)", keyText(shape.key()))
                .add(serializers.write(shape.value(), "out", "entry.getValue()"))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }

    private CodeBlock readMapping(Shape.Mapping shape, TypeName type) {
        TypeName key = TypeName.get(shape.key().type());
        return CodeBlock.builder()
                .addStatement("$T values = new $T<>()", type, ClassName.get(shape.implementation()))
                .addStatement("in.beginObject()")
                .beginControlFlow("while (in.next())")
                .addStatement("String text = in.name()")
                .addStatement("$T key", key)
                .beginControlFlow("try")
                .addStatement("key = $L", keyParse(shape.key(), key))
                .nextControlFlow("catch (RuntimeException e)")
                .addStatement("throw in.failure($S + text + $S, e)", "the key \"", "\" can't be read")
                .endControlFlow()
                .addStatement("values.put(key, $L)", serializers.read(shape.value(), "in"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    MethodSpec array(MethodWriter method, Shape.Array shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(type, () -> elements(shape.element()), () -> readArray(shape, type));
    }

    private CodeBlock readArray(Shape.Array shape, TypeName type) {
        return CodeBlock.builder()
                .addStatement("$T values = $L", type, created(shape))
                .addStatement("int size = 0")
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .beginControlFlow("if (size == values.length)")
                .addStatement("values = $T.copyOf(values, size * 2)", Arrays.class)
                .endControlFlow()
                .addStatement("values[size++] = $L", serializers.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return $T.copyOf(values, size)", Arrays.class)
                .build();
    }

    MethodSpec maybe(MethodWriter method, Shape.Maybe shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(type, () -> writeMaybe(shape), () -> readMaybe(shape, type));
    }

    private CodeBlock writeMaybe(Shape.Maybe shape) {
        return CodeBlock.builder()
                .addStatement("out.beginArray()")
                .beginControlFlow("if (value.isPresent())")
                .add(serializers.write(shape.element(), "out", "value.get()"))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }

    private CodeBlock readMaybe(Shape.Maybe shape, TypeName type) {
        return CodeBlock.builder()
                .addStatement("$T content = $T.empty()", type, Optional.class)
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .addStatement("content = $T.of($L)", Optional.class, serializers.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return content")
                .build();
    }

    private CodeBlock readStringMap(Shape.Mapping shape, TypeName type) {
        return CodeBlock.builder()
                .addStatement("$T values = new $T<>()", type, ClassName.get(shape.implementation()))
                .addStatement("in.beginObject()")
                .beginControlFlow("while (in.next())")
                // The name first: reading the value may go beyond it.
                .addStatement("String key = in.name()")
                .addStatement("values.put(key, $L)", serializers.read(shape.value(), "in"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    private CodeBlock elements(Shape element) {
        return CodeBlock.builder()
                .addStatement("out.beginArray()")
                .beginControlFlow("for ($T element : value)", TypeName.get(element.type()))
                .add(serializers.write(element, "out", "element"))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }

    private static CodeBlock created(Shape.Array shape) {
        TypeName element = TypeName.get(shape.element().type());
        StringBuilder more = new StringBuilder();
        while (element instanceof ArrayTypeName array) {
            more.append("[]");
            element = array.componentType();
        }
        return CodeBlock.of("new $T[$L]$L", element, FIRST_LENGTH, more);
    }

    private static String keyText(Shape key) {
        if (key instanceof Shape.Scalar) {
            return "entry.getKey()";
        }
        return key instanceof Shape.EnumName ? "entry.getKey().name()" : "entry.getKey().toString()";
    }

    private static CodeBlock keyParse(Shape key, TypeName type) {
        if (key instanceof Shape.Text text) {
            return CodeBlock.of(text.parse() + "(text)", type);
        }
        if (key instanceof Shape.Boxed boxed && boxed.form() == ScalarForm.CHAR) {
            return CodeBlock.of("text.charAt(0)");
        }
        return CodeBlock.of("$T.valueOf(text)", type);
    }
}

package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Component;
import dev.longhaul.processor.model.Shape.Property;
import java.util.ArrayList;
import java.util.List;

/** Writes the methods of records and beans: an object of their fields; one that is missing keeps its default. */
final class ObjectWriter {

    private final Serializers serializers;

    ObjectWriter(Serializers serializers) {
        this.serializers = serializers;
    }

    MethodSpec components(MethodWriter method, Shape.Components shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(type, () -> writeComponents(shape), () -> readComponents(shape, type));
    }

    MethodSpec bean(MethodWriter method, Shape.Bean shape) {
        TypeName type = TypeName.get(shape.type());
        return method.method(type, () -> writeBean(shape), () -> readBean(shape, type));
    }

    private CodeBlock writeComponents(Shape.Components shape) {
        CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginObject()");
        for (Component component : shape.components()) {
            write.add(serializers.writeField(component.shape(), component.name(), "value." + component.name() + "()"));
        }
        return write.addStatement("out.endObject()").build();
    }

    private CodeBlock readComponents(Shape.Components shape, TypeName type) {
        CodeBlock.Builder read = CodeBlock.builder();
        CodeBlock.Builder cases = CodeBlock.builder();
        List<String> locals = new ArrayList<>();
        for (Component component : shape.components()) {
            String local = component.name().equals("in") ? "in_" : component.name();
            locals.add(local);
            TypeName componentType = TypeName.get(component.shape().type());
            read.addStatement("$T $L = $L", componentType, local, zero(componentType));
            cases.addStatement(
                    "case $S -> $L = $L", component.name(), local, serializers.read(component.shape(), "in"));
        }
        return read.add(Serializers.objectLoop(cases.build()))
                .addStatement("return new $T($L)", type, String.join(", ", locals))
                .build();
    }

    private CodeBlock writeBean(Shape.Bean shape) {
        CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginObject()");
        for (Property property : shape.properties()) {
            write.add(serializers.writeField(property.shape(), property.name(), "value." + property.get()));
        }
        return write.addStatement("out.endObject()").build();
    }

    private CodeBlock readBean(Shape.Bean shape, TypeName type) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (Property property : shape.properties()) {
            cases.addStatement(
                    property.viaSetter() ? "case $S -> bean.$L($L)" : "case $S -> bean.$L = $L",
                    property.name(),
                    property.set(),
                    serializers.read(property.shape(), "in"));
        }
        return CodeBlock.builder()
                .addStatement("$T bean = new $T()", type, type)
                .add(Serializers.objectLoop(cases.build()))
                .addStatement("return bean")
                .build();
    }

    private static String zero(TypeName type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type.equals(TypeName.BOOLEAN) ? "false" : "0";
    }
}

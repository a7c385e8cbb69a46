package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Component;
import dev.longhaul.processor.model.Shape.Property;
import java.util.stream.Collectors;

/** Writes the methods of records and beans: an object of their fields; one that is missing keeps its default. */
final class ObjectWriter {

    private final Serializers serializers;

    ObjectWriter(Serializers serializers) {
        this.serializers = serializers;
    }

    Pair components(PairWriter pair, Shape.Components shape) {
        TypeName type = TypeName.get(shape.type());
        CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginObject()");
        CodeBlock.Builder read = CodeBlock.builder();
        CodeBlock.Builder cases = CodeBlock.builder();
        for (Component component : shape.components()) {
            // Named apart from "in", "out" and "value", whatever the component is called.
            String local = component.name() + "_";
            write.add(serializers.writeField(
                    component.shape(), component.name(), CodeBlock.of("value.$L()", component.name())));
            TypeName componentType = TypeName.get(component.shape().type());
            read.addStatement("$T $L = $L", componentType, local, zero(componentType));
            cases.addStatement(
                    "case $S -> $L = $L", component.name(), local, serializers.read(component.shape(), "in"));
        }
        String arguments = shape.components().stream()
                .map(component -> component.name() + "_")
                .collect(Collectors.joining(", "));
        read.add(Serializers.objectLoop(cases.build())).addStatement("return new $T($L)", type, arguments);
        return pair.pair(type, write.addStatement("out.endObject()").build(), read.build());
    }

    Pair bean(PairWriter pair, Shape.Bean shape) {
        TypeName type = TypeName.get(shape.type());
        CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginObject()");
        CodeBlock.Builder cases = CodeBlock.builder();
        for (Property property : shape.properties()) {
            write.add(serializers.writeField(
                    property.shape(), property.name(), CodeBlock.of("value.$L", property.get())));
            CodeBlock value = serializers.read(property.shape(), "in");
            cases.addStatement(
                    property.viaSetter() ? "case $S -> bean.$L($L)" : "case $S -> bean.$L = $L",
                    property.name(),
                    property.set(),
                    value);
        }
        CodeBlock read = CodeBlock.builder()
                .addStatement("$T bean = new $T()", type, type)
                .add(Serializers.objectLoop(cases.build()))
                .addStatement("return bean")
                .build();
        return pair.pair(type, write.addStatement("out.endObject()").build(), read);
    }

    private static String zero(TypeName type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type.equals(TypeName.BOOLEAN) ? "false" : "0";
    }
}

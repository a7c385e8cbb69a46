package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Component;
import dev.longhaul.processor.model.Shape.Property;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes how records and beans are written and read: an object of their fields; one that is missing keeps its default. */
final class ObjectWriter {

    private final Serializers serializers;
    private final JavaText text;

    ObjectWriter(Serializers serializers, JavaText text) {
        this.serializers = serializers;
        this.text = text;
    }

    void write(Shape shape) {
        text.line("out.beginObject();");
        if (shape instanceof Shape.Components components) {
            for (Component component : components.components()) {
                serializers.writeField(text, component.shape(), component.name(), "value." + component.name() + "()");
            }
        } else if (shape instanceof Shape.Bean bean) {
            for (Property property : bean.properties()) {
                serializers.writeField(text, property.shape(), property.name(), "value." + property.get());
            }
        }
        text.line("out.endObject();");
    }

    void read(Shape shape, Imports imports, String type) {
        if (shape instanceof Shape.Components components) {
            readComponents(components, imports, type);
        } else if (shape instanceof Shape.Bean bean) {
            readBean(bean, type);
        }
    }

    private void readComponents(Shape.Components shape, Imports imports, String type) {
        List<String> locals = new ArrayList<>();
        for (Component component : shape.components()) {
            // The reader has the name "in", and a neighbour may be "in_".
            String local = component.name().matches("in_*") ? component.name() + "_" : component.name();
            TypeMirror of = component.shape().type();
            text.line(imports.of(of) + " " + local + " = " + zero(of) + ";");
            locals.add(local);
        }
        FieldLoop loop = new FieldLoop(text);
        for (int i = 0; i < locals.size(); i++) {
            Component component = shape.components().get(i);
            loop.on(component.name(), locals.get(i) + " = " + serializers.read(component.shape(), "in"));
        }
        loop.end();
        text.line("return new " + type + "(" + String.join(", ", locals) + ");");
    }

    private void readBean(Shape.Bean shape, String type) {
        text.line(type + " bean = new " + type + "();");
        FieldLoop loop = new FieldLoop(text);
        for (Property property : shape.properties()) {
            String value = serializers.read(property.shape(), "in");
            loop.on(
                    property.name(),
                    "bean." + property.set() + (property.viaSetter() ? "(" + value + ")" : " = " + value));
        }
        loop.end();
        text.line("return bean;");
    }

    private static String zero(TypeMirror type) {
        if (!type.getKind().isPrimitive()) {
            return "null";
        }
        return type.getKind() == TypeKind.BOOLEAN ? "false" : "0";
    }
}

package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Shape;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Writes how collections, maps, arrays and optionals are written and read. */
final class ContainerWriter {

    private static final int FIRST_LENGTH = 16;

    private final Serializers serializers;
    private final Imports imports;
    private final JavaText text;

    ContainerWriter(Serializers serializers, Imports imports, JavaText text) {
        this.serializers = serializers;
        this.imports = imports;
        this.text = text;
    }

    void write(Shape shape) {
        if (shape instanceof Shape.Sequence sequence) {
            writeElements(sequence.element());
        } else if (shape instanceof Shape.Array array) {
            writeElements(array.element());
        } else if (shape instanceof Shape.Mapping mapping) {
            writeMapping(mapping);
        } else if (shape instanceof Shape.Maybe maybe) {
            text.line("out.beginArray();").open("if (value.isPresent())");
            text.line(serializers.write(maybe.element(), "out", "value.get()") + ";");
            text.close().line("out.endArray();");
        } else {
            throw new IllegalArgumentException(shape + " has no methods of its own");
        }
    }

    void read(Shape shape, String type) {
        if (shape instanceof Shape.Sequence sequence) {
            readSequence(sequence, type);
        } else if (shape instanceof Shape.Array array) {
            readArray(array, type);
        } else if (shape instanceof Shape.Mapping mapping) {
            readMapping(mapping, type);
        } else if (shape instanceof Shape.Maybe maybe) {
            readMaybe(maybe, type);
        } else {
            throw new IllegalArgumentException(shape + " has no methods of its own");
        }
    }

    private void writeElements(Shape element) {
        text.line("out.beginArray();").open("for (" + imports.of(element.type()) + " element : value)");
        text.line(serializers.write(element, "out", "element") + ";");
        text.close().line("out.endArray();");
    }

    private void readSequence(Shape.Sequence shape, String type) {
        text.line(type + " values = new " + imports.of(shape.implementation()) + "<>();");
        text.line("in.beginArray();").open("while (in.next())");
        text.line("values.add(" + serializers.read(shape.element(), "in") + ");");
        text.close().line("return values;");
    }

    private void writeMapping(Shape.Mapping shape) {
        String entry =
                imports.of("java.util.Map") + ".Entry<" + imports.of(shape.key().type()) + ", "
                        + imports.of(shape.value().type()) + ">";
        text.line("out.beginObject();").open("for (" + entry + " entry : value.entrySet())");
        text.line("out.key(entry.getKey());");
        text.line(serializers.write(shape.value(), "out", "entry.getValue()") + ";");
        text.close().line("out.endObject();");
    }

    private void readMapping(Shape.Mapping shape, String type) {
        text.line(type + " values = new " + imports.of(shape.implementation()) + "<>();");
        text.line("in.beginObject();").open("while (in.next())");
        // The key first: reading the value may go beyond its name.
        readKey(shape.key(), imports.of(shape.key().type()));
        text.line("values.put(key, " + serializers.read(shape.value(), "in") + ");");
        text.close().line("return values;");
    }

    private void readKey(Shape key, String type) {
        if (key instanceof Shape.Scalar) {
            text.line("String key = in.name();");
        } else if (key instanceof Shape.EnumName) {
            text.line(type + " key;").open("try").line("key = " + type + ".valueOf(in.name());");
            text.next("catch (RuntimeException e)");
            text.line("throw in.failure(\"the key is no " + type.substring(type.lastIndexOf('.') + 1) + "\", e);")
                    .close();
        } else {
            text.line(type + " key = in.key(" + type + ".class);");
        }
    }

    private void readArray(Shape.Array shape, String type) {
        String arrays = imports.of("java.util.Arrays");
        text.line(type + " values = " + created(shape) + ";").line("int size = 0;");
        text.line("in.beginArray();").open("while (in.next())");
        text.open("if (size == values.length)")
                .line("values = " + arrays + ".copyOf(values, size * 2);")
                .close();
        text.line("values[size++] = " + serializers.read(shape.element(), "in") + ";");
        text.close().line("return " + arrays + ".copyOf(values, size);");
    }

    private String created(Shape.Array shape) {
        TypeMirror element = shape.element().type();
        StringBuilder more = new StringBuilder();
        while (element instanceof ArrayType array) {
            more.append("[]");
            element = array.getComponentType();
        }
        return "new " + imports.of(element) + "[" + FIRST_LENGTH + "]" + more;
    }

    private void readMaybe(Shape.Maybe shape, String type) {
        String optional = imports.of("java.util.Optional");
        text.line(type + " content = " + optional + ".empty();");
        text.line("in.beginArray();").open("while (in.next())");
        text.line("content = " + optional + ".of(" + serializers.read(shape.element(), "in") + ");");
        text.close().line("return content;");
    }
}

package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;

/** Writes the method of a type in one direction. It takes null, and gives it back. */
final class MethodWriter {

    private final Serializers serializers;
    private final Imports imports;
    private final JavaText text;

    MethodWriter(Serializers serializers, Imports imports, JavaText text) {
        this.serializers = serializers;
        this.imports = imports;
        this.text = text;
    }

    void write(Direction direction, String name, Shape shape) {
        String type = imports.of(shape.type());
        String thrown = " throws " + imports.of("java.io.IOException");
        if (direction == Direction.WRITE) {
            String writer = imports.of(Names.STATE_WRITER);
            text.open("private static void " + name + "(" + writer + " out, " + type + " value)" + thrown);
            text.open("if (value == null)")
                    .line("out.nothing();")
                    .line("return;")
                    .close();
            writeValue(shape);
        } else {
            String reader = imports.of(Names.STATE_READER);
            text.open("private static " + type + " " + name + "(" + reader + " in)" + thrown);
            text.open("if (in.isNull())").line("return null;").close();
            readValue(shape, type);
        }
        text.close();
    }

    private void writeValue(Shape shape) {
        if (shape instanceof Shape.Coded coded) {
            text.line("out.string(new " + imports.of(coded.codec()) + "().encode(value));");
        } else if (shape instanceof Shape.Components || shape instanceof Shape.Bean) {
            new ObjectWriter(serializers, text).write(shape);
        } else {
            new ContainerWriter(serializers, imports, text).write(shape);
        }
    }

    private void readValue(Shape shape, String type) {
        if (shape instanceof Shape.EnumName) {
            parse(type + ".valueOf(text)", type);
        } else if (shape instanceof Shape.Coded coded) {
            parse("new " + imports.of(coded.codec()) + "().decode(text)", type);
        } else if (shape instanceof Shape.Components || shape instanceof Shape.Bean) {
            new ObjectWriter(serializers, text).read(shape, imports, type);
        } else {
            new ContainerWriter(serializers, imports, text).read(shape, type);
        }
    }

    /** The reading of a text that may be none of the type's. */
    private void parse(String expression, String type) {
        text.line("String text = in.string();");
        text.open("try").line("return " + expression + ";");
        text.next("catch (RuntimeException e)");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        text.line("throw in.failure(\"the text is no " + simple + "\", e);").close();
    }
}

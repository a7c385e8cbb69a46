package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls that write and read values, and the private methods that they need: one for each type that is more than one
 * call, and only in the directions that are used.
 */
final class Serializers {

    private final Imports imports;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, JavaText> methods = new TreeMap<>();

    Serializers(Imports imports) {
        this.imports = imports;
    }

    /** The expression that writes a value. */
    String write(Shape shape, String out, String value) {
        String call = directWriter(shape);
        return call == null
                ? method(Direction.WRITE, shape) + "(" + out + ", " + value + ")"
                : out + "." + call + "(" + value + ")";
    }

    /** Adds the statements that write a value as a field of the open object. */
    void writeField(JavaText text, Shape shape, String field, String value) {
        String open = "out.field(\"" + field + "\")";
        if (directWriter(shape) == null) {
            text.line(open + ";").line(write(shape, "out", value) + ";");
        } else {
            text.line(write(shape, open, value) + ";");
        }
    }

    /** The expression that reads a value. */
    String read(Shape shape, String in) {
        if (shape instanceof Shape.Scalar scalar) {
            return in + "." + scalar.form().reader() + "()";
        }
        if (shape instanceof Shape.Boxed boxed) {
            return in + "." + boxed.form().reader() + "OrNull()";
        }
        if (shape instanceof Shape.Text text) {
            return in + "." + text.reader() + "()";
        }
        String container = LeafContainers.reader(shape, imports);
        return container != null ? in + "." + container : method(Direction.READ, shape) + "(" + in + ")";
    }

    /** The writer's method for a value that it writes by one call, or null. */
    private static @Nullable String directWriter(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.form().writer();
        }
        if (shape instanceof Shape.Boxed) {
            return "leaf";
        }
        if (shape instanceof Shape.Text) {
            return "text";
        }
        if (shape instanceof Shape.EnumName) {
            return "constant";
        }
        return LeafContainers.writer(shape);
    }

    /** The name of a type's method, which is made at the first call. */
    private String method(Direction direction, Shape shape) {
        String name = direction.prefix() + name(shape);
        // Noted before its content is made: a recursive type calls its own method.
        if (made.add(name)) {
            JavaText text = new JavaText(1);
            methods.put(name, text);
            new MethodWriter(this, imports, text).write(direction, name, shape);
        }
        return name;
    }

    private String name(Shape shape) {
        String key = shape instanceof Shape.Coded coded
                ? shape.type() + " through " + coded.codec()
                : shape.type().toString();
        String known = names.get(key);
        if (known == null) {
            known = free(TypeWords.of(shape.type()));
            names.put(key, known);
        }
        return known;
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; names.containsValue(free); number++) {
            free = name + number;
        }
        return free;
    }

    /** The methods, each behind an empty line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (JavaText method : methods.values()) {
            text.append('\n').append(method);
        }
        return text.toString();
    }
}

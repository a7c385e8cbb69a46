package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The calls that write and read values, and the private methods that they need: one for each type that is more than one
 * call, and only in the directions that are used.
 */
final class Serializers {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, MethodSpec> methods = new TreeMap<>();

    /** The statement that writes a value. */
    CodeBlock write(Shape shape, String out, String value) {
        return MethodWriter.statement("$L", writeCall(shape, out, value));
    }

    /** The statement that writes a value as a field of the open object. */
    CodeBlock writeField(Shape shape, String field, String value) {
        String open = "out.field(\"" + field + "\")";
        if (isDirect(shape)) {
            return write(shape, open, value);
        }
        return CodeBlock.builder()
                .addStatement("$L", open)
                .addStatement("$L", writeCall(shape, "out", value))
                .build();
    }

    /** The expression that reads a value. */
    String read(Shape shape, String in) {
        if (shape instanceof Shape.Scalar scalar) {
            return in + "." + scalar.form().reader() + "()";
        }
        return method(Direction.READ, shape) + "(" + in + ")";
    }

    /** The loop over the fields of an object. */
    static CodeBlock objectLoop(CodeBlock cases) {
        if (cases.isEmpty()) {
            return CodeBlock.of("in.beginObject();\nwhile (in.next()) {\n$>in.skip();\n$<}\n");
        }
        return CodeBlock.builder()
                .add("in.beginObject();\nwhile (in.next()) {\n$>switch (in.name()) {\n$>")
                .add(cases)
                .add("default -> in.skip();\n$<}\n$<}\n")
                .build();
    }

    void addTo(TypeSpec.Builder handler) {
        methods.values().forEach(handler::addMethod);
    }

    private String writeCall(Shape shape, String out, String value) {
        if (shape instanceof Shape.Scalar scalar) {
            return out + "." + scalar.form().writer() + "(" + value + ")";
        }
        if (shape instanceof Shape.Text) {
            return out + ".text(" + value + ")";
        }
        return method(Direction.WRITE, shape) + "(" + out + ", " + value + ")";
    }

    private static boolean isDirect(Shape shape) {
        return shape instanceof Shape.Scalar || shape instanceof Shape.Text;
    }

    /** The name of a type's method, which is made at the first call. */
    private String method(Direction direction, Shape shape) {
        String name = direction.prefix() + name(shape);
        // Noted before its content is made: a recursive type calls its own method.
        if (made.add(name)) {
            methods.put(name, new MethodWriter(this, direction, name).write(shape));
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
}

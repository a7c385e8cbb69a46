package dev.longhaul.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * The calls that write and read values, and the private methods of a handler that they need: one for each type that is more
 * than one call, and only in the directions that are used.
 */
final class Codecs {

    private final Home home;
    private final CodecChoice choice;
    private final Map<Shape, Codec> codecs = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, MethodSpec> methods = new TreeMap<>();

    /**
     * Those of a job.
     *
     * @param home where the handler is written
     * @param composites what its records and beans are made of
     */
    Codecs(Home home, Map<TypeName, Composite> composites) {
        this.home = home;
        this.choice = new CodecChoice(composites);
    }

    /** The expression that writes a value. */
    CodeBlock write(Shape shape, CodeBlock out, CodeBlock value) {
        Codec codec = codec(shape);
        return codec.writer() == null
                ? CodeBlock.of("$L$L, $L)", writing(shape, codec) + "(", out, value)
                : CodeBlock.of("$L.$L$L)", out, codec.writer(), value);
    }

    /** The statements that write a value as a field of the object that is open in {@code out}. */
    CodeBlock writeField(Shape shape, String field, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement(write(shape, CodeBlock.of("out.field($S)", field), value))
                .build();
    }

    /** The expression that reads a value. */
    CodeBlock read(Shape shape, String in) {
        return home.isAuxiliary(shape.type())
                ? CodeBlock.of("($T) $L", shape.type(), readUnseen(shape, in))
                : readUnseen(shape, in);
    }

    /** The call that reads a value of which nobody says the type. */
    CodeBlock readUnseen(Shape shape, String in) {
        Codec codec = codec(shape);
        return codec.reader() == null
                ? CodeBlock.of("$L", reading(shape, codec) + "(" + in + ")")
                : CodeBlock.of("$L.$L", in, codec.reader());
    }

    /** Adds the methods to the handler. */
    void addTo(TypeSpec.Builder handler) {
        methods.values().forEach(handler::addMethod);
    }

    private Codec codec(Shape shape) {
        return codecs.computeIfAbsent(shape, chosen -> chosen.answer(choice));
    }

    private String writing(Shape shape, Codec codec) {
        String name = "write" + name(shape, codec);
        boolean hidden = home.isAuxiliary(codec.type());
        if (begin(name, codec)) {
            methods.put(
                    name,
                    method(name, codec)
                            .addParameter(Names.STATE_WRITER, "out")
                            .addParameter(hidden ? ClassName.OBJECT : codec.type(), hidden ? "it" : "value")
                            .addCode(hidden ? HandlerMethods.known(codec.type(), "value") : CodeBlock.of(""))
                            .beginControlFlow("if (value == null)")
                            .addStatement("out.nothing()")
                            .addStatement("return")
                            .endControlFlow()
                            .addCode(codec.method().write(this))
                            .build());
        }
        return name;
    }

    private String reading(Shape shape, Codec codec) {
        String name = "read" + name(shape, codec);
        if (begin(name, codec)) {
            methods.put(
                    name,
                    method(name, codec)
                            .returns(home.isAuxiliary(codec.type()) ? ClassName.OBJECT : codec.type())
                            .addParameter(Names.STATE_READER, "in")
                            .beginControlFlow("if (in.isNull())")
                            .addStatement("return null")
                            .endControlFlow()
                            .addCode(codec.method().read(this))
                            .build());
        }
        return name;
    }

    /** Notes a method before its content is made, since a recursive type calls its own; false where it is noted already. */
    private boolean begin(String name, Codec codec) {
        return methods.putIfAbsent(name, method(name, codec).build()) == null;
    }

    private static MethodSpec.Builder method(String name, Codec codec) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                // Where the text is inherited, doclint asks for none of a parameter, of the result and of the
                // exception.
                .addJavadoc("{@inheritDoc}\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addException(IOException.class);
        return Wildcards.isOpen(codec.type())
                ? method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
                        .build())
                : method;
    }

    private String name(Shape shape, Codec codec) {
        String key = shape instanceof Shape.Coded coded
                ? coded.type() + " through " + coded.codec()
                : codec.type().toString();
        String known = names.get(key);
        if (known == null) {
            known = free(codec.words());
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

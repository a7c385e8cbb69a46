package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.longhaul.processor.model.Saved;
import java.util.stream.Stream;

/**
 * The loop that reads the fields of an object in any order, and passes over those that it does not know. It asks for one
 * name after the other: javac takes twice as long for a switch over them.
 */
final class FieldLoop {

    private final CodeBlock.Builder code =
            CodeBlock.builder().addStatement("in.beginObject()").beginControlFlow("while (in.next())");
    private String start = "if";

    /** Adds what is done with a field, which may be stored under one of the names that it had formerly. */
    void on(Saved field, CodeBlock statement) {
        on(Stream.concat(Stream.of(field.name()), field.formerly().value().stream()), statement);
    }

    /** Adds what is done with a field of that name. */
    void on(String field, CodeBlock statement) {
        on(Stream.of(field), statement);
    }

    private void on(Stream<String> stored, CodeBlock statement) {
        CodeBlock names = stored.map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
        // Few texts: a large model has thousands of fields, and JavaPoet looks into each text for the ends of lines.
        code.add("$L$L)) $L;\n", start + " (in.at(", names, statement);
        start = "else if";
    }

    /** The whole loop. */
    CodeBlock end() {
        return code.addStatement(start.equals("if") ? "in.skip()" : "else in.skip()")
                .endControlFlow()
                .build();
    }
}

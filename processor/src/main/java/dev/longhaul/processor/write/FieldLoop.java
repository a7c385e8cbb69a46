package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;

/**
 * The loop that reads the fields of an object in any order, and passes over those that it does not know. It asks for one
 * name after the other: javac takes twice as long for a switch over them.
 */
final class FieldLoop {

    private final CodeBlock.Builder code =
            CodeBlock.builder().addStatement("in.beginObject()").beginControlFlow("while (in.next())");
    private String start = "if";

    /** Adds what is done with a field. */
    void on(String field, CodeBlock statement) {
        code.add("$L (in.at($S)) $L;\n", start, field, statement);
        start = "else if";
    }

    /** The whole loop. */
    CodeBlock end() {
        return code.addStatement(start.equals("if") ? "in.skip()" : "else in.skip()")
                .endControlFlow()
                .build();
    }
}

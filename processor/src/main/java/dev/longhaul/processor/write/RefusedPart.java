package dev.longhaul.processor.write;

import dev.longhaul.processor.names.Names;

/** The members of a handler whose job was refused: it compiles, and can't be used. */
final class RefusedPart {

    private final String job;
    private final String refuse;

    RefusedPart(String job) {
        this.job = job;
        this.refuse =
                "throw new IllegalStateException(\"" + job + " did not compile: see the errors of the compiler\");";
    }

    void addTo(HandlerText handler, String handlerName) {
        Imports imports = handler.imports();
        handler.members()
                .member()
                .open("public " + handlerName + "()")
                .line("super(" + imports.of(Names.JOB_OPTIONS) + ".named(\"" + job + "\").build());")
                .line(refuse)
                .close();
        handler.override("Object create()").line(refuse).close();
        add(handler, "void step", handler.context());
        add(handler, "boolean isDone", handler.context());
        add(handler, "void writeState", imports.of(Names.STATE_WRITER) + " out");
        add(handler, "void readState", imports.of(Names.STATE_READER) + " in");
    }

    private void add(HandlerText handler, String head, String parameter) {
        handler.override(head + "(Object job, " + parameter + ")").line(refuse).close();
    }
}

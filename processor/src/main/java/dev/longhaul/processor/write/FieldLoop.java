package dev.longhaul.processor.write;

/** The loop that reads the fields of an object in any order, and passes over those that it does not know. */
final class FieldLoop {

    private final JavaText text;
    private boolean begun;

    FieldLoop(JavaText text) {
        this.text = text.line("in.beginObject();").open("while (in.next())");
    }

    /** Adds what is done with a field. */
    void on(String field, String statement) {
        if (!begun) {
            text.open("switch (in.name())");
            begun = true;
        }
        text.line("case \"" + field + "\" -> " + statement + ";");
    }

    /** Ends the loop. */
    void end() {
        if (begun) {
            text.line("default -> in.skip();").close();
        } else {
            text.line("in.skip();");
        }
        text.close();
    }
}

package dev.longhaul.processor.write;

/**
 * The loop that reads the fields of an object in any order, and passes over those that it does not know. It asks for one
 * name after the other: javac takes twice as long for a switch over them.
 */
final class FieldLoop {

    private final JavaText text;
    private String start = "if";

    FieldLoop(JavaText text) {
        this.text = text.line("in.beginObject();").open("while (in.next())");
    }

    /** Adds what is done with a field. */
    void on(String field, String statement) {
        text.line(start + " (in.at(\"" + field + "\")) " + statement + ";");
        start = "else if";
    }

    /** Ends the loop. */
    void end() {
        text.line(start.equals("if") ? "in.skip();" : "else in.skip();").close();
    }
}

package dev.longhaul.processor.write;

/** The text of Java code as it is written: line by line, indented by its blocks. */
final class JavaText {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /**
     * An empty text.
     *
     * @param depth the blocks around it
     */
    JavaText(int depth) {
        this.depth = depth;
    }

    /** Adds a line. */
    JavaText line(String line) {
        indent();
        text.append(line).append('\n');
        return this;
    }

    /** Adds a line that begins a block. */
    JavaText open(String head) {
        indent();
        text.append(head).append(" {\n");
        depth++;
        return this;
    }

    /** Ends a block, and begins the one that belongs to it. */
    JavaText next(String head) {
        depth--;
        indent();
        text.append("} ").append(head).append(" {\n");
        depth++;
        return this;
    }

    /** Ends a block. */
    JavaText close() {
        depth--;
        indent();
        text.append("}\n");
        return this;
    }

    /** Begins a member: behind an empty line, unless it is the first. */
    JavaText member() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        return this;
    }

    private void indent() {
        for (int i = 0; i < depth; i++) {
            text.append(INDENT);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

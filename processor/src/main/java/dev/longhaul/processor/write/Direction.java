package dev.longhaul.processor.write;

/** What a method does with a value. */
enum Direction {
    /** It writes it. */
    WRITE("write"),
    /** It reads it. */
    READ("read");

    private final String prefix;

    Direction(String prefix) {
        this.prefix = prefix;
    }

    /** How the names of its methods begin. */
    String prefix() {
        return prefix;
    }
}

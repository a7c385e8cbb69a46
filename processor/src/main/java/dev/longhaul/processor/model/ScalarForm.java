package dev.longhaul.processor.model;

/** The values that {@code StateWriter} and {@code StateReader} know by themselves. */
public enum ScalarForm {
    /** {@code boolean}. */
    BOOLEAN("bool", "bool"),
    /** {@code byte}. */
    BYTE("integer", "int8"),
    /** {@code short}. */
    SHORT("integer", "int16"),
    /** {@code int}. */
    INT("integer", "int32"),
    /** {@code long}. */
    LONG("integer", "int64"),
    /** {@code char}, written as a text of one unit. */
    CHAR("text", "character"),
    /** {@code float}. */
    FLOAT("float32", "float32"),
    /** {@code double}. */
    DOUBLE("float64", "float64"),
    /** {@code String}, or null. */
    STRING("string", "string"),
    /** {@code byte[]}, or null. */
    BYTES("bytes", "bytes");

    private final String writer;
    private final String reader;

    ScalarForm(String writer, String reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** The writer's method. */
    public String writer() {
        return writer;
    }

    /** The reader's method. */
    public String reader() {
        return reader;
    }
}

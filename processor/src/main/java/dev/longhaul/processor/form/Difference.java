package dev.longhaul.processor.form;

import java.util.List;

/** What the deployed version stores, and the present one does not read as the same. */
public sealed interface Difference {

    /** The {@code @State} field of the present version that it is about, or empty where it is about the job. */
    String field();

    /**
     * Nothing reads a field.
     *
     * @param name its name, with the type around it where it is a part
     * @param form how it is stored
     * @param owner the type that has no such field
     * @param candidates new fields that could be its successors
     */
    record Lost(String field, String name, Form form, String owner, List<String> candidates) implements Difference {}

    /**
     * A value may not be read at all, or as another one.
     *
     * @param path the way to it from the field
     * @param name the name that it is stored under, with the type around it where it is a part
     * @param reason what would happen
     */
    record Changed(String field, String path, String name, Form stored, Form read, String reason)
            implements Difference {}

    /**
     * Two stored fields are read as one.
     *
     * @param path the way to it from the field
     */
    record Merged(String field, String path, List<String> names) implements Difference {}

    /**
     * A codec reads what it has not written. It may know how.
     *
     * @param path the way to it from the field
     */
    record Recoded(String field, String path, Form stored, Form.Coded read) implements Difference {}
}

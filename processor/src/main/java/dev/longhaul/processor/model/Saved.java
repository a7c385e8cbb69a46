package dev.longhaul.processor.model;

import java.util.List;

/** What is saved in an object under a name: a field of the state, or a part of a record or bean. */
public interface Saved {

    /** The name under which it is saved. */
    String name();

    /** How it is saved. */
    Shape shape();

    /** The names that it had in earlier versions. */
    Located<List<String>> formerly();
}

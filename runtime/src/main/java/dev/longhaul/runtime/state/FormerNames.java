package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Which fields with former names were met in the objects that are open, by their depth: each can be met once. */
final class FormerNames {

    private final TreeMap<Integer, Set<String>> met = new TreeMap<>();

    /** Begins an object in another one: what was met in an earlier one of that depth, and in those within it, is its own. */
    void begin(JsonStreamContext owner) {
        if (!met.isEmpty()) {
            met.tailMap(owner.getNestingDepth() + 1, true).clear();
        }
    }

    /** Notes a field of an object, and answers whether it was not met before. */
    boolean take(JsonStreamContext object, String name) {
        return met.computeIfAbsent(object.getNestingDepth(), depth -> new HashSet<>())
                .add(name);
    }
}

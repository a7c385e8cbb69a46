package dev.longhaul.runtime.state;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stored fields that were passed over because the code has none of that name, by their path, as in {@code
 * orders/[]/total} for a part of the elements of {@code orders}. No value is in it. Not thread-safe.
 */
public final class Dropped {

    private static final int MOST = 20;

    private final Set<String> paths = new TreeSet<>();

    /** None so far. */
    public Dropped() {}

    /** The paths, in the order of the alphabet: at most 20. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    void add(Place place) {
        if (paths.size() < MOST) {
            paths.add(place.form());
        }
    }
}

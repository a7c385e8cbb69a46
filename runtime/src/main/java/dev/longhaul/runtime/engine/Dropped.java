package dev.longhaul.runtime.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The paths of the stored fields that the job's code has no field for: each once, at most 20. Not thread-safe. */
final class Dropped implements Consumer<String> {

    private static final int MOST = 20;

    private final Set<String> paths = new TreeSet<>();

    @Override
    public void accept(String path) {
        if (paths.size() < MOST) {
            paths.add(path);
        }
    }

    /** The paths, in the order of the alphabet. */
    List<String> paths() {
        return List.copyOf(paths);
    }
}

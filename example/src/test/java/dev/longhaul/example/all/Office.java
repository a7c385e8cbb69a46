package dev.longhaul.example.all;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The resources of both jobs: what was done, however often. */
class Office {

    private final Set<String> done = new TreeSet<>();

    void done(String what) {
        done.add(what);
    }

    Set<String> all() {
        return Collections.unmodifiableSet(done);
    }

    void forget() {
        done.clear();
    }
}

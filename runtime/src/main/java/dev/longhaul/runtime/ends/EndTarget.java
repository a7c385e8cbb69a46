package dev.longhaul.runtime.ends;

import java.io.IOException;

/** Where the ends of chains are told: a queue, or a bus. Thread-safe. */
public interface EndTarget {

    /**
     * Tells an end.
     *
     * @param event a JSON object
     * @throws IOException when the target can't be reached or refuses it
     */
    void tell(String event) throws IOException;
}

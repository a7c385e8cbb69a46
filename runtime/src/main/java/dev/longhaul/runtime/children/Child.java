package dev.longhaul.runtime.children;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A child that is to be started, or was.
 *
 * @param input its start event as JSON; null when its record was seen
 * @param at when that event was sent last, in milliseconds of the epoch
 * @param times how often it was sent; 0 for one that is to be started
 */
record Child(@Nullable String input, long at, int times) {

    boolean isQueued() {
        return times == 0;
    }

    /** The characters that it takes of the chain's state, with its name. */
    int chars(String name) {
        return name.length() + (input == null ? 0 : input.length());
    }

    /** Writes it as one array. */
    void save(StateWriter out) throws IOException {
        out.beginArray();
        out.integer(at);
        out.integer(times);
        if (input != null) {
            out.raw(input);
        }
        out.endArray();
    }

    /** Reads what {@link #save} has written. */
    static Child read(StateReader in) throws IOException {
        long at = 0;
        int times = 0;
        String input = null;
        in.beginArray();
        for (int part = 0; in.next(); part++) {
            switch (part) {
                case 0 -> at = in.int64();
                case 1 -> times = in.int32();
                case 2 -> input = in.raw();
                default -> in.skip();
            }
        }
        return new Child(input, at, times);
    }
}

package dev.longhaul.processor.body.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a method can end.
 *
 * @param completes whether its end can be reached
 * @param returns whether it can give back control by a statement of its own
 * @param value the one constant that it gives back, or null where there is none
 * @param thrown the simple names of the exceptions that its own statements let out
 * @param endless the method whose loop has no way out, or null where none is reached for sure
 */
public record Outcome(
        boolean completes,
        boolean returns,
        @Nullable Object value,
        List<String> thrown,
        @Nullable String endless) {

    /** In the place of a type's name: what is thrown could be anything. */
    static final String ANYTHING = "?";

    /** In the place of a type's name: the process ends, and nothing catches that. */
    static final String EXIT = "!";

    /** What is said of a method that can't be judged. */
    static final Outcome UNKNOWN = new Outcome(true, true, null, List.of(ANYTHING, EXIT), null);

    /** The same ways with another constant. */
    Outcome with(@Nullable Object other) {
        return new Outcome(completes, returns, other, thrown, endless);
    }

    /** Whether a caller can go on behind it. */
    boolean isPassable() {
        return completes || returns;
    }

    /** Whether it can't end at all once it is called, save by an exception out of what it calls. */
    public boolean isEndless() {
        return !completes && !returns && thrown.isEmpty() && endless != null;
    }
}

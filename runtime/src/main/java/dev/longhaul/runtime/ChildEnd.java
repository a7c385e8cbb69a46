package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.children.Outcome;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** How a child has ended. */
public final class ChildEnd {

    private final Outcome outcome;
    private final ChildFields.Result reader;

    ChildEnd(Outcome outcome, ChildFields.Result reader) {
        this.outcome = outcome;
        this.reader = reader;
    }

    /** The name that its parent gave it. */
    public String name() {
        return outcome.name();
    }

    /** Whether it has completed; if not, it has failed or was stopped, and {@link #reason} says why. */
    public boolean completed() {
        return outcome.failure() == null;
    }

    /** Why it did not complete: the kind of its failure, and its message. Empty where it did. */
    public String reason() {
        Failure failure = outcome.failure();
        return failure == null ? "" : failure.kind() + ": " + failure.message();
    }

    /**
     * What its {@code @OnComplete} returned; null where it has none, or did not complete.
     *
     * @param type the class that the method returns
     * @throws ClassCastException when it returns another one
     * @throws UncheckedIOException when the result can't be read: it is of another version
     */
    public <T> @Nullable T result(Class<T> type) {
        String json = outcome.result();
        if (json == null) {
            return null;
        }
        try {
            return type.cast(reader.read(new StateReader(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the result of the child " + name() + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name() + (completed() ? " has completed" : " has ended: " + reason());
    }
}

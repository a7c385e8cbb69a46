package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.children.Outcome;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;

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
     * What its {@code @OnComplete} returned.
     *
     * @param type the class that the method returns
     * @throws IllegalStateException when the child did not complete, or returned nothing
     * @throws ClassCastException when it returns another class
     * @throws UncheckedIOException when the result can't be read: it is of another version
     */
    public <T> T result(Class<T> type) {
        String json = outcome.result();
        try {
            Object result = json == null ? null : reader.read(new StateReader(json));
            if (result == null) {
                throw new IllegalStateException(
                        this + ", and has no result. Ask completed() first, and let its @OnComplete return one.");
            }
            return type.cast(result);
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

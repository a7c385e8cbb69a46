package dev.longhaul.testing.sim;

import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.testing.sim.Point.Call;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Those who are told of the ends of a world's chains, where there are any. */
final class Others {

    private @Nullable Consumer<String> listening;

    void listen(Consumer<String> listener) {
        listening = listener;
    }

    /** How a process tells them, by a call that may go wrong. */
    Ends ends(Calls calls) {
        Consumer<String> listener = listening;
        if (listener == null) {
            return Ends.UNTOLD;
        }
        return new Ends(event -> calls.call(
                Call.TELL,
                () -> {
                    listener.accept(event);
                    return true;
                },
                () -> new IOException("the test says so")));
    }
}

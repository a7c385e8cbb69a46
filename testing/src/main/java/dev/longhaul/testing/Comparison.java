package dev.longhaul.testing;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one job are compared by.
 *
 * @param ending how the chain ended
 * @param result what {@code @OnComplete} returned, as JSON
 * @param state the fields of the state that count, each as JSON; none where the chain did not complete
 * @param outcome what the fakes have collected
 */
record Comparison(ChainEnd ending, @Nullable String result, Map<String, String> state, String outcome) {

    /**
     * What a run came to.
     *
     * @param ignored the fields of the state that may differ
     * @throws IllegalArgumentException when the state has no field of such a name
     */
    static Comparison of(ChainRun<?> run, Set<String> ignored, Object outcome) {
        ChainEnd ending = ChainEnd.of(run.chain());
        // The state that a failure or a stop leaves is that of the last checkpoint, wherever that was.
        boolean whole = ending.status() == ChainStatus.COMPLETED;
        Map<String, String> state = whole ? fields(run.state(), ignored) : Map.of();
        return new Comparison(ending, run.result(), state, String.valueOf(outcome));
    }

    /** What is different, a line each; empty where nothing is. */
    String differenceTo(Comparison other) {
        StringBuilder lines = new StringBuilder();
        line(lines, "status", ending, other.ending);
        if (ending.equals(other.ending)) {
            line(lines, "result", result, other.result);
            Set<String> names = new TreeSet<>(state.keySet());
            names.addAll(other.state.keySet());
            for (String name : names) {
                line(lines, "state " + name, state.get(name), other.state.get(name));
            }
        }
        line(lines, "outcome", outcome, other.outcome);
        return lines.toString();
    }

    private static Map<String, String> fields(@Nullable String state, Set<String> ignored) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (state == null) {
            return fields;
        }
        try {
            StateReader in = new StateReader(state);
            in.beginObject();
            while (in.next()) {
                fields.put(in.name(), in.raw());
            }
        } catch (IOException e) {
            throw new AssertionError("the committed state is no JSON object: " + e.getMessage(), e);
        }
        for (String name : ignored) {
            if (fields.remove(name) == null) {
                throw new IllegalArgumentException("the state has no field \"" + name
                        + "\" to be ignored. Its fields are " + String.join(", ", fields.keySet()) + ".");
            }
        }
        return fields;
    }

    private static void line(StringBuilder lines, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            lines.append("  ")
                    .append(what)
                    .append(' ')
                    .append(expected)
                    .append(" became ")
                    .append(found)
                    .append('\n');
        }
    }
}

package dev.longhaul.testing.sim;

import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** What has happened in a world, for people to read. Thread-safe. */
public final class Transcript {

    /** What a line has at its head already, or all lines have in common. */
    private static final String FIGURES = "hop,";

    private static final Set<String> ELSEWHERE = Set.of("job", "chain", "request");

    /** The lines at the beginning, and those at the end, of a long transcript in a message. */
    private static final int EXCERPT = 100;

    private final boolean kept;
    private final List<String> lines = new ArrayList<>();

    private Transcript(boolean kept) {
        this.kept = kept;
    }

    /** A transcript that notes what happens. */
    public static Transcript kept() {
        return new Transcript(true);
    }

    /** A transcript that notes nothing: worlds are the same each time, so only one that is looked at needs one. */
    public static Transcript none() {
        return new Transcript(false);
    }

    /** The lines, each with the virtual time since the world began, and who did what. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    /** The beginning and the end of what happened, for messages: the whole of it, where that is not long. */
    public String excerpt() {
        List<String> all = lines();
        if (all.size() <= 2 * EXCERPT) {
            return String.join("\n", all);
        }
        return String.join("\n", all.subList(0, EXCERPT))
                + "\n... " + (all.size() - 2 * EXCERPT) + " lines are left out here ...\n"
                + String.join("\n", all.subList(all.size() - EXCERPT, all.size()));
    }

    synchronized void note(long millis, String who, Supplier<String> what) {
        if (kept) {
            lines.add(String.format(Locale.ROOT, "%s  %-9s %s", time(millis), who, what.get()));
        }
    }

    /** A line of the product's log; its numbers and words, without the chain that it is about. Not that of a hop's figures. */
    void noteLog(long millis, String who, String json) {
        String words = words(json);
        if (!words.startsWith(FIGURES)) {
            note(millis, who, () -> words);
        }
    }

    boolean isKept() {
        return kept;
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1_000 % 60,
                millis % 1_000);
    }

    private static String words(String json) {
        try {
            StringBuilder words = new StringBuilder();
            StateReader in = new StateReader(json);
            in.beginObject();
            while (in.next()) {
                String name = in.name();
                String value = in.raw();
                if (name.equals("longhaul")) {
                    words.append(value, 1, value.length() - 1);
                } else if (!ELSEWHERE.contains(name) && !value.startsWith("[")) {
                    words.append(", ").append(name).append(' ').append(value);
                }
            }
            return words.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a line of the log is no JSON: " + json, e);
        }
    }
}

package dev.longhaul.runtime.children;

import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The children of one field, as its chain's state has them. For one thread.
 *
 * <p>A child is kept by its name, with its input until its record was seen, in case that the start event is lost; and it is
 * counted when the parent has learned of its end. So the record has no more than what is alive.
 */
public final class Brood {

    /** How many may be alive, waiting to be started or running. */
    static final int MOST_ALIVE = 2_000;

    /** How many characters the names and the inputs that are kept may have in all. */
    static final int MOST_CHARS = 50_000;

    /** The longest name, in UTF-16 units. */
    static final int LONGEST_NAME = 100;

    /** Of how many that failed the reason is kept. */
    static final int FAILURES_KEPT = 50;

    private static final int LONGEST_REASON = 200;

    /**
     * What the annotation says.
     *
     * @param job the name of the children's job
     * @param maxRunning how many run at a time
     * @param most how many a chain starts in all
     * @param stopWithParent whether they are stopped when their parent is stopped or fails
     */
    public record Kind(String job, int maxRunning, int most, boolean stopWithParent) {}

    private final Kind kind;
    private final Map<String, Child> alive = new LinkedHashMap<>();
    private final List<Outcome> failures = new ArrayList<>();
    private int queued;
    private int chars;
    private long started;
    private long completed;
    private long failed;

    Brood(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether another one would be started at once. */
    public boolean hasRoom() {
        return alive.size() < kind.maxRunning();
    }

    /** Whether none runs and none is to be started. */
    public boolean isDone() {
        return alive.isEmpty();
    }

    /** How many run. */
    public int running() {
        return alive.size() - queued;
    }

    /** How many wait to be started. */
    public int queued() {
        return queued;
    }

    /** How many were started, or are to be. */
    public long started() {
        return started;
    }

    /** How many have completed, as far as the parent has learned. */
    public long completed() {
        return completed;
    }

    /** How many have failed or were stopped, as far as the parent has learned. */
    public long failed() {
        return failed;
    }

    /** The first of those that failed. */
    public List<Outcome> failures() {
        return List.copyOf(failures);
    }

    /**
     * Adds a child that is to be started.
     *
     * @param input its start event as JSON
     */
    public void add(String name, String input) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a child of the job " + kind.job() + " has " + name.length()
                    + " characters; it has 1 to " + LONGEST_NAME + ", not all of them blank");
        }
        if (alive.containsKey(name)) {
            throw new IllegalArgumentException("a child of the job " + kind.job()
                    + " by this name runs already, or is to be started. Give each child a name of its own.");
        }
        if (started >= kind.most()) {
            throw new IllegalStateException("the chain has started " + started + " children of the job " + kind.job()
                    + ", and that is the most. Raise most of @Children where it should start more.");
        }
        Child child = new Child(input, 0, 0);
        if (alive.size() >= MOST_ALIVE || chars + child.chars(name) > MOST_CHARS) {
            throw new IllegalStateException(alive.size() + " children of the job " + kind.job()
                    + " run or wait to be started, and there is no room for another one: at most " + MOST_ALIVE
                    + ", with names and inputs of " + MOST_CHARS
                    + " characters in all. Start them while hasRoom() is true, join, and start more in the next step.");
        }
        put(name, child);
        started++;
    }

    /** The name of the one that is to be started next; null where none is, or as many run as may. */
    @Nullable
    String next() {
        if (queued == 0 || running() >= kind.maxRunning()) {
            return null;
        }
        return alive.entrySet().stream()
                .filter(child -> child.getValue().isQueued())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The one by that name. */
    @Nullable
    Child child(String name) {
        return alive.get(name);
    }

    /** Its start event was accepted. */
    void sent(String name, Child child, long now) {
        put(name, new Child(child.input(), now, child.times() + 1));
    }

    /** Its record was seen: its input is not needed any more. */
    void seen(String name, Child child) {
        if (child.input() != null) {
            put(name, new Child(null, child.at(), child.times()));
        }
    }

    List<String> runningNames() {
        return alive.entrySet().stream()
                .filter(child -> !child.getValue().isQueued())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The names of those that run, and of the next ones of the queue: a hop that died may have started them behind the last commit,
     * which has them as waiting.
     */
    List<String> namesThatMayRun() {
        List<String> names = new ArrayList<>(runningNames());
        alive.entrySet().stream()
                .filter(child -> child.getValue().isQueued())
                .limit(Math.max(0, kind.maxRunning() - running()))
                .forEach(child -> names.add(child.getKey()));
        return names;
    }

    private void put(String name, Child child) {
        count(name, alive.put(name, child), -1);
        count(name, child, 1);
    }

    private void count(String name, @Nullable Child child, int sign) {
        if (child != null) {
            chars += sign * child.chars(name);
            queued += child.isQueued() ? sign : 0;
        }
    }

    void ended(Outcome outcome) {
        count(outcome.name(), alive.remove(outcome.name()), -1);
        Failure failure = outcome.failure();
        if (failure == null) {
            completed++;
            return;
        }
        failed++;
        if (failures.size() < FAILURES_KEPT) {
            failures.add(new Outcome(outcome.name(), cut(failure), null));
        }
    }

    private static Failure cut(Failure failure) {
        String message = failure.message();
        return message.length() <= LONGEST_REASON
                ? failure
                : new Failure(failure.kind(), Texts.cut(message, LONGEST_REASON));
    }

    /** Writes it as one object. */
    public void save(StateWriter out) throws IOException {
        out.beginObject();
        out.field("alive").beginObject();
        for (Map.Entry<String, Child> child : alive.entrySet()) {
            out.field(child.getKey());
            child.getValue().save(out);
        }
        out.endObject();
        out.field("started").integer(started);
        out.field("completed").integer(completed);
        out.field("failed").integer(failed);
        out.field("failures").beginArray();
        for (Outcome outcome : failures) {
            Failure failure = outcome.failure();
            out.beginArray();
            out.string(outcome.name());
            out.string(failure == null ? "" : failure.kind());
            out.string(failure == null ? "" : failure.message());
            out.endArray();
        }
        out.endArray();
        out.endObject();
    }

    /** Reads what {@link #save} has written. */
    public void restore(StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "alive" -> {
                    in.beginObject();
                    while (in.next()) {
                        put(in.name(), Child.read(in));
                    }
                }
                case "started" -> started = in.int64();
                case "completed" -> completed = in.int64();
                case "failed" -> failed = in.int64();
                case "failures" -> {
                    in.beginArray();
                    while (in.next()) {
                        failures.add(failure(in));
                    }
                }
                default -> in.skip();
            }
        }
    }

    private static Outcome failure(StateReader in) throws IOException {
        List<String> parts = in.list(String.class);
        if (parts == null || parts.size() != 3) {
            throw in.failure("a name, a kind and a message were expected", null);
        }
        return Outcome.failed(parts.get(0), parts.get(1), parts.get(2));
    }
}

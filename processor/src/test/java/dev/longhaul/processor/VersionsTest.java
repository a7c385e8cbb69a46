package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.memory.MemoryStore;
import dev.longhaul.runtime.time.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Versions of one job, each compiled from its source and loaded by a loader of its own, are deployed in the middle of a chain:
 * the next one, and the one before again.
 */
class VersionsTest {

    private static final String STEPS = """
                @Step void step(JobContext job) {
                    job.remainingMillis();
                    work();
                }
                @Terminate boolean isDone() { return count >= 20; }
            """;

    private static final String OLD = """
            package p;
            import dev.longhaul.annotations.*;
            import dev.longhaul.runtime.JobContext;
            import java.util.*;
            @LongRunning(timeoutMillis = 10_000, safeMillis = 3_000, tickMillis = 500)
            public class Tally {
                enum Phase { EARLY, LATE }
                record Entry(int number, String by) {}
                @State int count;
                @State String cursor = "";
                @State List<Entry> entries = new ArrayList<>();
                @State Phase phase = Phase.EARLY;
                @State String unused = "secret";
                void work() {
                    count++;
                    cursor += count + " ";
                    entries.add(new Entry(count, "old"));
                    phase = count < 10 ? Phase.EARLY : Phase.LATE;
                }
                @OnComplete String end() {
                    return cursor + entries.stream().mapToInt(Entry::number).sum() + " " + phase;
                }
            """ + STEPS + "}";

    /** Every field is another one: wider, renamed, with a renamed part and a new constant, new, and gone. */
    private static final String NEW = """
            package p;
            import dev.longhaul.annotations.*;
            import dev.longhaul.runtime.JobContext;
            import java.util.*;
            @LongRunning(timeoutMillis = 10_000, safeMillis = 3_000, tickMillis = 500, dropped = "unused")
            public class Tally {
                enum Stage { LATE, LAST, EARLY }
                record Line(@State(formerly = "number") long id, String by, Integer weight) {}
                @State long count;
                @State(formerly = "cursor") String position = "";
                @State(formerly = "entries") Deque<Line> lines = new ArrayDeque<>();
                @State(formerly = "phase") Stage stage = Stage.EARLY;
                @State int added = 7;
                void work() {
                    count++;
                    position += count + " ";
                    lines.add(new Line(count, "new", 1));
                    stage = count < 10 ? Stage.EARLY : count < 15 ? Stage.LATE : Stage.LAST;
                }
                @OnComplete String end() {
                    return position + lines.stream().mapToLong(Line::id).sum() + " " + stage + " " + added;
                }
            """ + STEPS + "}";

    /** What goes before it where one may have to go back: it reads the new names, and has no new type or constant in use. */
    private static final String BETWEEN = """
            package p;
            import dev.longhaul.annotations.*;
            import dev.longhaul.runtime.JobContext;
            import java.util.*;
            @LongRunning(timeoutMillis = 10_000, safeMillis = 3_000, tickMillis = 500)
            public class Tally {
                enum Phase { EARLY, LATE, LAST }
                record Entry(@State(formerly = "id") int number, String by) {}
                @State int count;
                @State(formerly = "position") String cursor = "";
                @State(formerly = "lines") List<Entry> entries = new ArrayList<>();
                @State(formerly = "stage") Phase phase = Phase.EARLY;
                @State String unused = "secret";
                @State String added = "between";
                void work() {
                    count++;
                    cursor += count + " ";
                    entries.add(new Entry(count, "between"));
                    phase = count < 10 ? Phase.EARLY : Phase.LATE;
                }
                @OnComplete String end() {
                    return cursor + entries.stream().mapToInt(Entry::number).sum() + " " + phase;
                }
            """ + STEPS + "}";

    private static final String COUNTED = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 210 ";

    private final World world = new World();

    @Test
    void aChainOfTheOldVersionIsEndedByTheNewOne() throws Exception {
        String now = NEW.replace("Deque<Line> lines = new ArrayDeque<>()", "List<Line> lines = new ArrayList<>()");
        world.begin(version(OLD));
        ChainRecord ended = world.end(version(now));

        assertThat(ended.result()).isEqualTo("\"" + COUNTED + "LAST 7\"");
        assertThat(ended.steps()).isEqualTo(20);
        assertThat(world.log)
                .filteredOn(line -> line.contains("state of another version"))
                .singleElement()
                .asString()
                .contains("\"dropped\":[\"unused\"]");
        assertThat(world.log).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aChainOfTheNewVersionIsEndedByTheOneBefore() throws Exception {
        world.begin(version(BETWEEN));
        ChainRecord ended = world.end(version(OLD));

        assertThat(ended.result()).isEqualTo("\"" + COUNTED + "LATE\"");
        assertThat(world.log)
                .filteredOn(line -> line.contains("state of another version"))
                .singleElement()
                .asString()
                .contains("\"dropped\":[\"added\"]");
    }

    @Test
    void versionsTakeTurns() throws Exception {
        LongRunningHandler<?> between = version(BETWEEN);
        LongRunningHandler<?> last = version(NEW.replace("Deque<Line> lines = new ArrayDeque<>()", "List<Line> lines")
                .replace("count < 15 ? Stage.LATE : Stage.LAST", "Stage.LATE")
                .replace("@State int added = 7", "@State String added"));
        world.begin(between);
        world.hop(last);
        ChainRecord ended = world.end(between);

        assertThat(ended.result()).isEqualTo("\"" + COUNTED + "LATE\"");
        assertThat(Objects.requireNonNull(ended.state()).json())
                .contains("{\"number\":7,\"by\":\"between\"},{\"number\":8,\"by\":\"new\"}")
                .contains("{\"number\":14,\"by\":\"new\"},{\"number\":15,\"by\":\"between\"}")
                .contains("\"added\":\"between\"");
    }

    @Test
    void whatTheOldVersionCanNotReadIsKeptForTheNewOne() throws Exception {
        // It does not know the constant.
        LongRunningHandler<?> now = version(OLD.replace("{ EARLY, LATE }", "{ EARLY, LATE, LAST }")
                .replace("count < 10 ? Phase.EARLY : Phase.LATE", "Phase.LAST"));
        world.begin(now);
        String stored = Objects.requireNonNull(world.record().state()).json();
        ChainRecord failed = world.hop(version(OLD));

        assertThat(failed.status()).isEqualTo(ChainStatus.FAILED);
        assertThat(Objects.requireNonNull(failed.failure()).message())
                .contains("\"phase\": the text is no Phase", "It was written by another version of the job (schema ");
        assertThat(Objects.requireNonNull(failed.state()).json()).isEqualTo(stored);

        new ChainControl(world.store, world.continuation()).resume("Tally", failed.chainId());
        assertThat(world.end(now).result()).isEqualTo("\"" + COUNTED + "LAST\"");
    }

    @Test
    void theCompilerSaysTheSameOfThem(@TempDir Path folder) throws Exception {
        String now = NEW.replace("Deque<Line> lines = new ArrayDeque<>()", "List<Line> lines");
        assertThat(refusals(OLD, now, folder)).isEmpty();
        assertThat(refusals(BETWEEN, OLD, folder))
                .containsExactlyInAnyOrder("added (String)", "LAST may be stored, and Phase has no such constant");
        assertThat(refusals(OLD, BETWEEN, folder)).isEmpty();
        assertThat(refusals(OLD, NEW, folder)).containsExactly("null may be stored in it, and no ArrayDeque has null");
        assertThat(refusals(now, OLD, folder))
                .containsExactlyInAnyOrder(
                        "a number may be too large for it",
                        "added (int)",
                        "lines (ArrayList<Line>)",
                        "position (String)",
                        "stage (Stage)");
    }

    /** What the compiler says of a version, where another one is deployed. */
    private static List<String> refusals(String deployed, String present, Path folder) throws Exception {
        Files.writeString(
                folder.resolve("p.Tally.state.json"),
                Sources.resource(compile(deployed), "META-INF/longhaul/p.Tally.state.json"));
        return compile(present, "-Alonghaul.deployed=" + folder).errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .map(text -> text.replaceFirst("^\\[StateIncompatible] the deployed version saves (.*?), and .*$", "$1")
                        .replaceFirst("^.*? stores .*?: (.*?)\\. Keep .*$", "$1"))
                .toList();
    }

    private static Compilation compile(String source, String... options) {
        return javac().withProcessors(new LongRunningProcessor())
                .withOptions((Object[]) options)
                .compile(Sources.source("p.Tally", source));
    }

    private static LongRunningHandler<?> version(String source) throws Exception {
        Compilation compilation = compile(source);
        assertThat(compilation.errors()).isEmpty();
        return (LongRunningHandler<?>) Sources.loader(compilation)
                .loadClass("p.TallyHandler")
                .getConstructor()
                .newInstance();
    }

    /** One chain in one store, whose hops are run by whichever version is deployed. Each step takes a second. */
    private static final class World implements Time {

        private final MemoryStore store = new MemoryStore();
        private final Deque<NextHop> queue = new ArrayDeque<>();
        private final List<String> log = new ArrayList<>();
        private @Nullable LongSupplier look;
        private boolean looking;
        private long now = 1_000_000;
        private int requests;

        void begin(LongRunningHandler<?> handler) throws Exception {
            run(handler, "{}");
            assertThat(record().status()).isEqualTo(ChainStatus.HANDED_OFF);
        }

        ChainRecord hop(LongRunningHandler<?> handler) throws Exception {
            run(handler, queue.remove().event());
            return record();
        }

        ChainRecord end(LongRunningHandler<?> handler) throws Exception {
            while (!queue.isEmpty()) {
                hop(handler);
            }
            assertThat(record().status()).as("%s", record().failure()).isEqualTo(ChainStatus.COMPLETED);
            return record();
        }

        ChainRecord record() {
            return store.read("Tally", "request-0").orElseThrow();
        }

        private HopAnswer run(LongRunningHandler<?> handler, String event) throws Exception {
            long deadline = now + handler.options().timing().timeoutMillis();
            Invocation invocation = new Invocation(
                    "request-" + requests++,
                    "arn:aws:lambda:us-east-1:000000000000:function:Tally",
                    () -> remaining(deadline),
                    null,
                    null);
            return (HopAnswer) new Engine(
                            handler.jobs(),
                            new Surroundings(store, continuation(), this, new HopLog(log::add), Graces.STANDARD))
                    .run(event, invocation);
        }

        /** A step asks for this: time goes on, and the watchdog looks. */
        private long remaining(long deadline) {
            if (look != null && !looking) {
                looking = true;
                now += 1_000;
                if (look.getAsLong() < 0) {
                    look = null;
                }
                looking = false;
            }
            return deadline - now;
        }

        private Continuation continuation() {
            return new Continuation() {
                @Override
                public void send(NextHop next) {
                    queue.add(next);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public long nowMillis() {
            return now;
        }

        @Override
        public void pause(long millis) {
            now += millis;
        }

        @Override
        public Ticking tick(String name, LongSupplier looks) {
            look = looks;
            return () -> look = null;
        }
    }
}

package dev.longhaul.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.KillReport;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs of {@code docs/from-durable.md}: each is compiled, run, and killed at every point at which it could die. */
public class DurableDocTest {

    private static final String IMPORTS = "import dev.longhaul.annotations.*; import dev.longhaul.runtime.ChildChains;"
            + " import dev.longhaul.runtime.JobContext; import java.time.Duration; ";

    /** What the jobs call: it does each key once, and counts what was asked of it. */
    private static final String SHOP = "class Shop {"
            + " static void call(String what, String key) {"
            + "  dev.longhaul.containers.DurableDocTest.DONE.putIfAbsent(key, what); }"
            + " static boolean isReady(int looks) { return looks == 5; } }";

    /** What was done, by its key. */
    public static final Map<String, String> DONE = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void nothingIsDone() {
        DONE.clear();
    }

    @Test
    void step() throws Exception {
        try (URLClassLoader classes = compile("Step")) {
            everywhere(tester(classes, "Order"));
            assertThat(DONE.values()).containsExactly("RESERVE", "PAY", "SHIP");
        }
    }

    @Test
    void waiting() throws Exception {
        try (URLClassLoader classes = compile("Wait")) {
            ChainTester<?> tester = tester(classes, "Reminder");
            assertThat(tester.run().assertCompleted().took()).isBetween(Duration.ofDays(14), Duration.ofDays(15));
            everywhere(tester);
            assertThat(DONE).hasSize(3);
        }
    }

    @Test
    void callback() throws Exception {
        try (URLClassLoader classes = compile("Callback")) {
            ChainTester<?> tester =
                    tester(classes, "Payout").signal("approved", "{\"granted\":true}", Duration.ofDays(2));
            tester.run().assertCompleted().assertResult("true");
            everywhere(tester);
            assertThat(DONE).hasSize(1);
        }
    }

    @Test
    void condition() throws Exception {
        try (URLClassLoader classes = compile("Wait for a condition")) {
            ChainTester<?> tester = tester(classes, "Export");
            tester.run().assertCompleted().assertSteps(6);
            everywhere(tester);
        }
    }

    @Test
    void map() throws Exception {
        try (URLClassLoader classes = compile("Map")) {
            tester(classes, "Invoices").run().assertCompleted();
            assertThat(DONE).hasSize(500);
        }
    }

    @Test
    void parallel() throws Exception {
        try (URLClassLoader classes = compile("Parallel")) {
            ChainTester<?> tester = tester(classes, "Fleet").child(DocExamples.handler(classes, "Fleet_Ship"));
            tester.run().assertCompleted().assertResult("280");
            everywhere(tester);
        }
    }

    private static void everywhere(ChainTester<?> tester) {
        KillReport report =
                tester.beforeEach(DONE::clear).outcome(() -> DONE.values()).killAtEveryPoint();
        assertThat(report.points()).isPositive();
    }

    private static ChainTester<?> tester(ClassLoader classes, String job) throws Exception {
        LongRunningHandler<?> handler = DocExamples.handler(classes, job);
        return ChainTester.of(handler);
    }

    private URLClassLoader compile(String section) throws Exception {
        String job = DocExamples.blocks("from-durable.md", "## " + section).get(0);
        String name = job.replaceFirst("(?s).*?class (\\w+).*", "$1");
        return DocExamples.compile(
                List.of(DocExamples.source("Shop", SHOP), DocExamples.source(name, IMPORTS + job)), List.of(), folder);
    }
}

package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules about bodies on many jobs: the harmless must pass without a word, and of the harmful each line that ends in
 * {@code //! Rule} must be told of by that rule, or by those that stand there, and no other. What the rules are known to miss is listed too, with the rule that would
 * say it: a line that is told of belongs to the harmful.
 */
class BodyCorpusTest {

    private static final Pattern MARK = Pattern.compile("//! ([\\w ]+)$");
    private static final Pattern JOB = Pattern.compile("    static class (\\w+).*");
    private static final Pattern RULE = Pattern.compile(
            "\\[(StepNeverReturns|Terminate(NeverTrue|AlwaysTrue|IgnoresProgress)|EndsBeforeItBegins|StartNotSaved"
                    + "|ProgressNotSaved|ClockStartsAgain|SleepAboveSafe|YieldIgnored|StateComparedByIdentity"
                    + "|StateUnmodifiable)] .*");

    @TestFactory
    Stream<DynamicTest> ofHarmlessJobsNothingIsSaid() throws IOException {
        return tests("harmless", true);
    }

    @TestFactory
    Stream<DynamicTest> ofHarmfulJobsTheRuleIsToldAtTheMethod() throws IOException {
        return tests("harmful", true);
    }

    @TestFactory
    Stream<DynamicTest> ofTheKnownMissesNothingIsSaidYet() throws IOException {
        return tests("known-misses", false);
    }

    /** A line of a source and what is wrong with it. */
    private record Finding(String file, long line, String rule) {}

    /** A job, and the lines that belong to it: those behind the job before it, up to its own end. */
    private record Part(String job, String file, int from, int to) {

        List<Finding> of(List<Finding> all) {
            return all.stream()
                    .filter(one -> one.file().equals(file) && one.line() >= from && one.line() <= to)
                    .toList();
        }
    }

    private static Stream<DynamicTest> tests(String folder, boolean told) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        List<Finding> expected = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            List<String> lines = Files.readAllLines(file);
            sources.add(JavaFileObjects.forSourceLines(
                    folder.replace("known-", "") + "." + name.replace(".java", ""), lines));
            read(name, lines, expected, parts);
        }
        List<Finding> found = compile(sources);
        return parts.stream()
                .map(part -> DynamicTest.dynamicTest(part.file() + ": " + part.job(), () -> {
                    List<Finding> marked = part.of(expected);
                    assertThat(marked.isEmpty()).isEqualTo(folder.equals("harmless"));
                    assertThat(part.of(found)).containsExactlyInAnyOrderElementsOf(told ? marked : List.of());
                }));
    }

    private static void read(String file, List<String> lines, List<Finding> expected, List<Part> parts) {
        String job = null;
        int from = 1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = MARK.matcher(line);
            if (mark.find()) {
                for (String rule : mark.group(1).split(" ")) {
                    expected.add(new Finding(file, i + 1, rule));
                }
            }
            Matcher declared = JOB.matcher(line);
            if (declared.matches() && lines.get(i - 1).startsWith("    @LongRunning")) {
                job = declared.group(1);
            } else if (line.equals("    }") && job != null) {
                parts.add(new Part(job, file, from, i + 1));
                from = i + 2;
                job = null;
            }
        }
    }

    private static List<Finding> compile(List<JavaFileObject> sources) {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions("-Alonghaul.template=off", "-Xmaxwarns", "1000", "-Xmaxerrs", "1000")
                .compile(sources);
        List<Finding> told = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String text = diagnostic.getMessage(Locale.ROOT);
            Matcher rule = RULE.matcher(text);
            if (rule.matches()) {
                String path = diagnostic.getSource().getName();
                told.add(new Finding(
                        path.substring(path.lastIndexOf('/') + 1), diagnostic.getLineNumber(), rule.group(1)));
            } else {
                assertThat(diagnostic.getKind()).as(text).isNotEqualTo(Diagnostic.Kind.ERROR);
            }
        }
        return told;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            return files.sorted().toList();
        }
    }
}

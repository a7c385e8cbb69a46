package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.longhaul.processor.problem.ProblemId;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One bad source for each rule. All that the compiler says of it stands at its end, in lines like {@code //! ERROR 7:20
 * [TickNotBelowSafe] ...}: severity, line, column and full text. {@code -Dlonghaul.golden=rewrite} writes them anew.
 */
class BadSourcesTest {

    private static final String MARK = "//! ";

    /** The tests of the ids that no source alone brings about. */
    private static final Map<ProblemId, Tested> TESTED_ELSEWHERE = Map.of(
            ProblemId.WorstCase, new Tested(WorstCaseTest.class, "everyJobThatCompilesSaysOnceWhatItCanComeTo"),
            ProblemId.BodiesUnread, new Tested(OtherCompilerTest.class, "theRulesAboutBodiesAreOffAndOneNoteSaysSo"),
            ProblemId.CompilerOption,
                    new Tested(CompilerOptionsTest.class, "anUnknownRegionIsRefusedOnceWithTheKnownOnes"),
            ProblemId.StateIncompatible, new Tested(DeployedTest.class, "aFieldThatIsNotThereAnyMoreIsLost"),
            ProblemId.Internal, new Tested(CrashTest.class, "aFailureOfTheProcessorIsOneErrorAtTheClass"));

    private record Tested(Class<?> test, String method) {}

    @TestFactory
    Stream<DynamicTest> everyBadSourceIsRefusedWithExactlyItsProblems() throws IOException {
        return sources().stream()
                .map(source -> DynamicTest.dynamicTest(source.getFileName().toString(), () -> check(source)));
    }

    @Test
    void everyRuleHasABadSource() throws IOException {
        Set<String> named = sources().stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(named)
                .isEqualTo(Arrays.stream(ProblemId.values())
                        .filter(id -> !TESTED_ELSEWHERE.containsKey(id))
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theOthersHaveTestsOfTheirOwn() throws Exception {
        for (Tested elsewhere : TESTED_ELSEWHERE.values()) {
            Method method = elsewhere.test().getDeclaredMethod(elsewhere.method());
            assertThat(method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class))
                    .as("%s is a test", method)
                    .isTrue();
        }
    }

    private static void check(Path source) throws IOException {
        String text = Files.readString(source);
        List<String> expected =
                text.lines().filter(line -> line.startsWith(MARK)).toList();
        String code = text.lines().filter(line -> !line.startsWith(MARK)).collect(Collectors.joining("\n", "", "\n"));
        List<String> told = compile(source, code);
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.writeString(source, code.stripTrailing() + "\n\n" + String.join("\n", told) + "\n");
            return;
        }
        assertThat(told).isEqualTo(expected);
        String rule = source.getFileName().toString().replace(".java", "");
        assertThat(told).as("its own rule is among them").anyMatch(line -> line.contains("[" + rule + "]"));
    }

    private static List<String> compile(Path source, String code) {
        JavaFileObject file = JavaFileObjects.forSourceString(
                "bad." + source.getFileName().toString().replace(".java", ""), code);
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions("-Xlint:-options")
                .compile(file);
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .sorted(Comparator.comparingLong((Diagnostic<?> diagnostic) -> diagnostic.getLineNumber())
                        .thenComparingLong(Diagnostic::getColumnNumber))
                .map(diagnostic -> MARK + diagnostic.getKind() + " " + diagnostic.getLineNumber() + ":"
                        + diagnostic.getColumnNumber() + " " + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/bad"))) {
            return files.sorted().toList();
        }
    }
}

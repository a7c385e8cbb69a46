package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A failure of the processor itself, at each of its stages, in a compiler one of whose calls fails. */
class CrashTest {

    private static final JavaFileObject JOB = Sources.source("p.Job", """
            package p;
            import dev.longhaul.annotations.*;
            @LongRunning
            class Job extends Base {
                @State Cursor cursor;
                @Step void step() { cursor = null; }
                @Terminate boolean isDone() { return cursor == null; }
                record Cursor(String page) {}
            }
            """);

    private static final JavaFileObject BASE = Sources.source("p.Base", "package p; class Base {}");

    private static final String TEMPLATE = "META-INF/longhaul/p.Job.template.yaml";

    /** Another job, which must not suffer. */
    private static final JavaFileObject OTHER = Sources.source("p.Other", """
            package p;
            import dev.longhaul.annotations.*;
            @LongRunning
            class Other {
                @State int done;
                @Step void step() { done++; }
                @Terminate boolean isDone() { return done > 9; }
            }
            """);

    /** Someone who uses the handler. */
    private static final JavaFileObject MAIN = Sources.source("p.Main", """
            package p;
            class Main {
                Object handler = new JobHandler();
            }
            """);

    @Test
    void aFailureOfTheProcessorIsOneErrorAtTheClass() {
        Compilation compilation = compile(FailingCompiler.on("asMemberOf", "p.Job.Cursor"), JOB, OTHER, MAIN);

        assertThat(errors(compilation)).hasSize(1);
        assertThat(errors(compilation).get(0))
                .startsWith(
                        "4:1 [Internal] the processor failed on p.Job: java.lang.IllegalStateException: the compiler"
                                + " was made to fail at dev.longhaul.processor.FailingCompiler")
                .endsWith(". This is a defect of Longhaul's: report it with this line and the class.")
                .doesNotContain("\n");
        assertThat(compilation.diagnostics()).noneMatch(diagnostic -> diagnostic.getKind() == Kind.WARNING);
        assertThat(compilation.notes()).as("the other job is handled").anyMatch(CrashTest::isOfTheOther);
    }

    @TestFactory
    Stream<DynamicTest> everyStageFailsAlike() {
        return Map.of(
                        "superclass", FailingCompiler.on("asElement", "p.Base"),
                        "members", FailingCompiler.on("directSupertypes", "p.Job"),
                        "state", FailingCompiler.on("asMemberOf", "cursor"),
                        "endless recursion", FailingCompiler.on("asMemberOf", "cursor", new StackOverflowError()),
                        "missing class", FailingCompiler.on("asMemberOf", "cursor", new NoClassDefFoundError("Gone")),
                        "javac's own", FailingCompiler.on("asMemberOf", "cursor", new AssertionError()),
                        "handler", FailingCompiler.on("createSourceFile", "p.JobHandler"),
                        "template", FailingCompiler.on("createResource", TEMPLATE))
                .entrySet()
                .stream()
                .map(stage -> DynamicTest.dynamicTest(stage.getKey(), () -> {
                    Compilation compilation = compile(stage.getValue(), JOB, OTHER);

                    assertThat(errors(compilation)).hasSize(1);
                    assertThat(errors(compilation).get(0)).startsWith("4:1 [Internal] the processor failed on p.Job: ");
                    assertThat(compilation.notes())
                            .as("the other job is handled")
                            .anyMatch(CrashTest::isOfTheOther);
                }));
    }

    @Test
    void aFileThatCannotBeWrittenIsNoDefect() {
        Compilation compilation = compile(
                FailingCompiler.on("createResource", TEMPLATE, new IOException("no space left on device")), JOB, OTHER);

        assertThat(errors(compilation))
                .containsExactly(
                        "4:1 [Internal] what belongs to p.Job can't be written: java.io.IOException: no space left"
                                + " on device. Look whether the compiler's output folder is there, may be written, and has"
                                + " room.");
    }

    @Test
    void annotationsOfAnotherVersionAreNamed() {
        JavaFileObject older = Sources.source("dev.longhaul.annotations.LongRunning", """
                package dev.longhaul.annotations;
                public @interface LongRunning {
                    String name() default "";
                }
                """);

        Compilation compilation =
                javac().withProcessors(new LongRunningProcessor()).compile(BASE, JOB, older);

        assertThat(errors(compilation))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .startsWith("4:1 [Internal] ")
                        .contains(
                                "@LongRunning has no option safeMillis, so longhaul-annotations is of another version than"
                                        + " longhaul-processor; give both the same"));
    }

    private static Compilation compile(Processor processor, JavaFileObject... sources) {
        return javac().withProcessors(processor)
                .compile(Stream.concat(Stream.of(BASE), Stream.of(sources)).toList());
    }

    private static boolean isOfTheOther(Diagnostic<?> note) {
        return note.getMessage(Locale.ROOT).startsWith("Other: at most ");
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error ->
                        error.getLineNumber() + ":" + error.getColumnNumber() + " " + error.getMessage(Locale.ROOT))
                .toList();
    }
}

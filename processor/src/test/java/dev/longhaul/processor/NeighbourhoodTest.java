package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in unusual places, and with members from class files. */
class NeighbourhoodTest {

    private static final String IMPORTS = "import dev.longhaul.annotations.*; import java.util.*; ";
    static final String BODY =
            "{ @State int done; @Step void step() { done++; } @Terminate boolean isDone() { return done > 9; } }";

    @TempDir
    private Path jar;

    @Test
    void membersComeFromTheClassFilesOfAnotherJar() throws IOException {
        library(source("lib.Paged", """
                public abstract class Paged<T, E> implements Ending {
                    @State public List<T> page = new ArrayList<>();
                    @State public Map<String, T[]> more;
                    @OnStart public void start(E event) {}
                    @Step public void step() { page.clear(); }
                }
                """), source("lib.Ending", """
                public interface Ending {
                    boolean ended();
                    @Terminate default boolean isDone() { return ended(); }
                }
                """));

        Compilation compilation = againstLibrary(source("q.Job", """
                @LongRunning class Job extends lib.Paged<Job.Line, Job.Request> {
                    @Override public boolean ended() { return page.isEmpty(); }
                    record Line(String text) {}
                    record Request(List<Line> first) {}
                }
                """));

        assertThat(compilation).succeeded();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(handler(compilation, "q.JobHandler"))
                .contains("job.step()", "job.isDone()", "readRequest", "Job.Line[]");
    }

    @Test
    void whatIsWrongInAClassFileIsShownAtTheJob() throws IOException {
        library(source("lib.Base", """
                public abstract class Base {
                    @State protected int done;
                    @Step protected void step() { done++; }
                    @Terminate public boolean isDone() { return done > 9; }
                }
                """));

        Compilation compilation = againstLibrary(source("q.Job", "\n@LongRunning class Job extends lib.Base {}"));

        assertThat(compilation.errors())
                .extracting(error ->
                        error.getLineNumber() + ":" + error.getColumnNumber() + " " + error.getMessage(Locale.ROOT))
                .containsExactly(
                        "2:14 [StepInaccessible] in lib.Base: step can't be called by the handler, which is in the job's"
                                + " package. Make the @Step method package-private or public, and not static.",
                        "2:14 [StateFieldPrivate] in lib.Base: the @State field done is private or of another package, and"
                                + " the handler saves it without reflection. Make it package-private, or public where it"
                                + " is inherited from another package.");
    }

    @Test
    void aTypeThatIsMissingFromAJarIsTold() throws IOException {
        library(
                source("lib.Lost", "public class Lost {}"),
                source("lib.Box", "public class Box { public int a; public Lost lost; }"),
                source("lib.Helpful", "public class Helpful { public Lost lost(Lost lost) { return lost; } }"),
                source("lib.Base", """
                        public abstract class Base {
                            @State public Lost lost;
                            @State public int done;
                            @Step public void step() { done++; }
                            @Terminate public boolean isDone() { return done > 9; }
                        }
                        """));
        Files.delete(jar.resolve("lib/Lost.class"));

        Compilation unused = againstLibrary(source("q.Job", "@LongRunning class Job extends lib.Helpful " + BODY));
        assertThat(unused.errors()).isEmpty();
        assertThat(unused.warnings()).isEmpty();

        assertThat(messages(againstLibrary(source("q.Job", "@LongRunning class Job extends lib.Base {}"))))
                .containsExactly(
                        "[StateTypeUnsupported] in lib.Base: state \"lost\": lib.Lost cannot be saved (the class is"
                                + " not there). Keep what it is made from instead, or give the field a codec: @State(codec ="
                                + " ...).");
        assertThat(messages(againstLibrary(
                        source("q.Job", "@LongRunning class Job { @State lib.Box box; " + BODY.substring(1)))))
                .containsExactly(
                        "[StateTypeUnsupported] state \"box\" -> Box.lost: lib.Lost cannot be saved (the class is"
                                + " not there). Keep what it is made from instead, or give the field a codec: @State(codec ="
                                + " ...).");
    }

    @Test
    void anOverrideThatMoreMayCallIsCalledByTheHandler() throws IOException {
        library(source("lib.Base", """
                public abstract class Base {
                    @State public int done;
                    @Step protected void step() { done++; }
                    @Terminate public boolean isDone() { return done > 9; }
                }
                """));

        assertThat(againstLibrary(
                                source(
                                        "q.Job",
                                        "@LongRunning class Job extends lib.Base { @Override public void step() { done += 2; } }"))
                        .errors())
                .isEmpty();
    }

    @Test
    void aClassMayBeDeepInOthersWithNamesOfAnyAlphabet() {
        Compilation compilation = Sources.compile(source("größe.A", """
                class A { static class B { interface C { @LongRunning(name = "ue") class Übertrag {
                    @State int zähler;
                    @State Map<Größe.Öl, Größe> größen;
                    @Step void nächster() { zähler++; }
                    @Terminate boolean fertig() { return zähler > 9; }
                    record Größe(int länge) { enum Öl { SÜß } }
                } } } }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation, "größe.A_B_C_ÜbertragHandler")).contains("job.n\\u00e4chster()");
    }

    @Test
    void aClassMayBeInTheDefaultPackage() {
        Compilation compilation = Sources.compile(source("Job", "@LongRunning class Job " + BODY));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation, "JobHandler"))
                .doesNotContain("package ")
                .contains("job.step()");
        assertThat(Sources.resource(compilation, "META-INF/longhaul/Job.template.yaml"))
                .contains("Handler: JobHandler::handleRequest\n");
    }

    @Test
    void theHandlersOfTwoJobsCanMeetInOneName() {
        Compilation compilation = Sources.compile(source("p.Outer", """
                class Outer { @LongRunning static class Job %s }
                @LongRunning(name = "other") class Outer_Job %s
                """.formatted(BODY, BODY)));

        assertThat(messages(compilation))
                .containsExactly(
                        "[HandlerNameTaken] a class Outer_JobHandler exists already, and the handler of Outer_Job has"
                                + " that name. Rename one of the two.");
    }

    @Test
    void anOldHandlerAmongTheSourcesIsToldAsWhatItIs() {
        String old = """
                final class JobHandler extends dev.longhaul.runtime.LongRunningHandler<Job> {
                    JobHandler() { super(dev.longhaul.runtime.job.JobOptions.named("Job").build()); }
                    @Override protected Job create() { return new Job(); }
                    @Override protected void step(Job job, dev.longhaul.runtime.JobContext context) { job.step(); }
                    @Override protected boolean isDone(Job job, dev.longhaul.runtime.JobContext context) { return true; }
                    @Override protected void writeState(Job job, dev.longhaul.runtime.state.StateWriter out) {}
                    @Override protected void readState(Job job, dev.longhaul.runtime.state.StateReader in) {}
                }
                """;

        for (String annotation : List.of(
                "", "@javax.annotation.processing.Generated(\"dev.longhaul.processor.LongRunningProcessor\") ")) {
            assertThat(messages(Sources.compile(
                            source("p.Job", "@LongRunning class Job " + BODY),
                            source("p.JobHandler", annotation + old))))
                    .containsExactly(
                            "[HandlerNameTaken] JobHandler is among the sources, and an earlier compilation has"
                                    + " generated it, as this one does. Delete that file, or take the folder of generated sources"
                                    + " out of the sources.");
        }
    }

    @Test
    void anAnnotationOnTheWrongElementIsTheCompilersToTell() {
        Compilation compilation = Sources.compile(source("p.Job", """
                @LongRunning class Job {
                    @Step int page;
                    @State void done() {}
                    @State int done;
                    @Terminate class End {}
                    void more(@Step int a) {}
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                }
                """));

        assertThat(messages(compilation))
                .hasSize(4)
                .allSatisfy(message -> assertThat(message).contains("not applicable to this kind of declaration"));
    }

    @Test
    void recordsMayBeGenericAndNestedAndHaveMethods() {
        Compilation compilation =
                Sources.compile(source("p.Job", """
                @LongRunning class Job {
                    @State Pair<Job.Range<Integer>, Optional<Range<Job.Side>>> pair;
                    @State List<Pair<String, long[]>> pairs;
                    @State int done;
                    @Step void step() { pair = null; done++; }
                    @Terminate boolean isDone() { return done > 9; }
                    enum Side { LEFT { @Override int sign() { return -1; } }; int sign() { return 1; } }
                    record Range<T extends Comparable<T>>(T from, T to) implements Comparable<Range<T>> {
                        static final int LIMIT = 3;
                        Range { Objects.requireNonNull(from); }
                        @Override public int compareTo(Range<T> other) { return from.compareTo(other.from); }
                    }
                }
                """), source("p.Pair", "record Pair<A, B>(A a, B b) {}"));

        assertThat(compilation.errors()).isEmpty();
    }

    /** Compiles classes into the other jar, which is a folder here. */
    private void library(JavaFileObject... sources) throws IOException {
        Compilation compilation = javac().compile(sources);
        assertThat(compilation).succeeded();
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path to = jar.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
            Files.createDirectories(to.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.copy(in, to);
            }
        }
    }

    private Compilation againstLibrary(JavaFileObject source) {
        List<File> classPath = Stream.concat(
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(File::new),
                        Stream.of(jar.toFile()))
                .toList();
        return javac().withProcessors(new LongRunningProcessor())
                .withClasspath(classPath)
                .compile(source);
    }

    static JavaFileObject source(String type, String text) {
        int dot = type.lastIndexOf('.');
        return Sources.source(type, (dot < 0 ? "" : "package " + type.substring(0, dot) + "; ") + IMPORTS + text);
    }

    static String handler(Compilation compilation, String type) {
        return compilation
                .generatedSourceFile(type)
                .map(file -> {
                    try {
                        return file.getCharContent(false).toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseThrow(() -> new AssertionError("there is no " + type));
    }

    static List<String> messages(Compilation compilation) {
        return compilation.errors().stream()
                .map((Diagnostic<?> error) -> error.getMessage(Locale.ROOT))
                .toList();
    }
}

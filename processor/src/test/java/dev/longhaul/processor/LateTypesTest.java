package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** Jobs that mention types which another processor writes in the same compilation. */
class LateTypesTest {

    private static final String JOB =
            "package p; import dev.longhaul.annotations.*; import java.util.*;\n@LongRunning ";
    private static final String BODY = "@Step void step() { done++; } @Terminate boolean isDone() { return done > 9; }";
    private static final Map<String, String> PAGE = Map.of("p.Page", "package p; record Page(int number) {}");

    @Test
    void asAStateFieldsType() {
        handled("class Job { @State int done; @State Page page; " + BODY + " }", PAGE, "readPage");
        handled("class Job { @State int done; @State Map<String, Page[]> pages; " + BODY + " }", PAGE, "readPage");
    }

    @Test
    void withinAStateFieldsType() {
        handled(
                "class Job { @State int done; @State Optional<Book> book; " + BODY
                        + " record Book(List<Page> pages) {} }",
                PAGE,
                "readPage");
        handled(
                "class Job { @State int done; @State Book book; " + BODY + " static class Book { Page page; } }",
                PAGE,
                "readPage");
    }

    @Test
    void aboveAStateFieldsType() {
        handled(
                "class Job { @State int done; @State Book book; " + BODY + " static class Book extends Base {} }",
                Map.of("p.Base", "package p; class Base { long pages; }"),
                "pages = in.int64()");
    }

    @Test
    void asTheSuperclass() {
        handled(
                "class Job extends Base { }",
                Map.of(
                        "p.Base",
                        "package p; import dev.longhaul.annotations.*; abstract class Base { @State int done; " + BODY
                                + " }"),
                "job.step()");
    }

    @Test
    void aboveTheSuperclass() {
        handled(
                "class Job extends Middle { } class Middle extends Base {}",
                Map.of(
                        "p.Base",
                        "package p; import dev.longhaul.annotations.*; abstract class Base { @State int done; " + BODY
                                + " }"),
                "job.step()");
    }

    @Test
    void asAnInterface() {
        handled(
                "class Job implements Ending { @State int done; @Step void step() { done++; } public int done() { return done; } }",
                Map.of(
                        "p.Ending",
                        "package p; import dev.longhaul.annotations.*; interface Ending { int done();"
                                + " @Terminate default boolean isDone() { return done() > 9; } }"),
                "job.isDone()");
    }

    @Test
    void asTheStartEventAndTheResult() {
        handled("class Job { @State int done; @OnStart void start(Page page) {} " + BODY + " }", PAGE, "readPage");
        handled(
                "class Job { @State int done; @OnComplete List<Page> end() { return null; } " + BODY + " }",
                PAGE,
                "writePage");
    }

    @Test
    void asATypeArgumentOfTheSuperclass() {
        handled(
                "class Job extends Paged<Page> { @State int done; " + BODY
                        + " } abstract class Paged<T> { @State T page; }",
                PAGE,
                "readPage");
    }

    @Test
    void asACodec() {
        handled(
                "class Job { @State int done; @State(codec = PathCodec.class) java.nio.file.Path path; " + BODY + " }",
                Map.of("p.PathCodec", """
                        package p;
                        import java.nio.file.Path;
                        class PathCodec implements dev.longhaul.annotations.StateCodec<Path> {
                            public String encode(Path path) { return path.toString(); }
                            public Path decode(String path) { return Path.of(path); }
                        }
                        """),
                "new PathCodec()");
    }

    @Test
    void asAnOptionsConstant() {
        String job = JOB.replace("@LongRunning", "@LongRunning(name = Names.JOB)") + "class Job { @State int done; "
                + BODY + " }";
        Map<String, String> names = Map.of("p.Names", "package p; interface Names { String JOB = \"late-\" + 1; }");

        assertHandled(compile(job, names), "late-1");
    }

    @Test
    void besideWhatIsSaved() {
        handled(
                "class Job { @State int done; Page page; Page next(Page page) { return page; } " + BODY + " }",
                PAGE,
                "job.step()");
    }

    @Test
    void oneAfterTheOther() {
        handled(
                "class Job { @State int done; @State Page page; " + BODY + " }",
                Map.of(
                        "p.Line", "package p; record Line(String text) {}",
                        "p.Number", "package p; record Number(int value) {}",
                        "p.Page", "package p; record Page(Number number, Line line) {}"),
                "readLine");
    }

    @Test
    void aJobThatIsWrittenLate() {
        Compilation compilation = javac().withProcessors(
                        new LongRunningProcessor(),
                        new LateSources(Map.of("p.Job", JOB + "class Job { @State int done; " + BODY + " }")))
                .compile(Sources.source("p.Main", "package p; class Main { Object handler = new JobHandler(); }"));

        assertHandled(compilation, "job.step()");
    }

    @Test
    void whatNeverComesIsTheCompilersToTell() {
        Compilation compilation = compile(JOB + """
                        class Job {
                            @State Gone gone;
                            @State java.util.List<Gone> all;
                            @OnStart void start(Gone gone) {}
                            @Step void step(JobContext job) {}
                            @Terminate bool isDone() { return true; }
                            @OnComplete Gone end() { return null; }
                            @OnFailure void end(Trouble trouble) {}
                        }
                        class Main { Object handler = new JobHandler(); }
                        """, Map.of());

        assertThat(compilation.errors())
                .hasSize(7)
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("cannot find symbol"));
    }

    @Test
    void theOtherErrorsAreToldBesideIt() {
        Compilation compilation = compile(
                JOB.replace("@LongRunning", "@LongRunning(tickMillis = 0)") + "class Job { @State Gone gone; " + BODY
                        + " }",
                Map.of());

        assertThat(compilation).hadErrorContaining("[TickMillisNotPositive]");
        assertThat(compilation).hadErrorContaining("class Gone");
        assertThat(compilation.errors())
                .hasSize(2)
                .noneMatch(error -> error.getMessage(Locale.ROOT).contains("[State"));
    }

    @Test
    void aSuperclassThatNeverComesHidesWhatItMayHave() {
        Compilation compilation = compile(JOB + "class Job extends Gone {}", Map.of());

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("class Gone");
    }

    private static void handled(String job, Map<String, String> late, String expected) {
        assertHandled(compile(JOB + job, late), expected);
    }

    private static Compilation compile(String job, Map<String, String> late) {
        return javac().withProcessors(new LongRunningProcessor(), new LateSources(late))
                .compile(Sources.source("p.Job", job));
    }

    private static void assertHandled(Compilation compilation, String expected) {
        assertThat(compilation.diagnostics()).noneMatch(diagnostic -> diagnostic.getKind() != Kind.NOTE);
        assertThat(compilation)
                .generatedSourceFile("p.JobHandler")
                .contentsAsUtf8String()
                .contains(expected);
    }
}

package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a job must not break its handler: names, lints, doclint, charsets and modules. */
class SurroundingsTest {

    private static final String END = " @Step void step() { n++; } @Terminate boolean isDone() { return n > 9; } }";
    private static final String JOB = "@LongRunning public class Job { @State int n;" + END;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boolean",
                "Byte",
                "Character",
                "Double",
                "Enum",
                "Error",
                "Exception",
                "Float",
                "IllegalStateException",
                "Integer",
                "Long",
                "Object",
                "Override",
                "RuntimeException",
                "Short",
                "String",
                "SuppressWarnings",
                "Throwable"
            })
    void aNeighbourMayHaveANameOfTheJdk(String name) {
        String state = """
                @Deprecated enum Color { RED }
                @SuppressWarnings("deprecation")
                @LongRunning class Job {
                    @State int n;
                    @State java.util.Map<java.lang.String, Color> colors;
                    @State java.util.Map<Color, java.util.List<java.lang.Character>> more;
                    @State java.util.List<java.lang.Integer> numbers;
                    @State java.util.List<@NAME@> own;
                    @OnComplete java.lang.String end() throws java.lang.Throwable { return null; }
                    @OnFailure void failed(java.lang.Throwable failure) {}
                """.replace("@NAME@", name);
        JavaFileObject neighbour = source("p." + name, "public class " + name + " { public int minutes; }");

        compiles(Sources.compile(
                neighbour, source("p.Job", state.replace("@SuppressWarnings(", "@java.lang.SuppressWarnings(") + END)));
        assertThat(errors(Sources.compile(
                        neighbour,
                        source("p.Job", JOB.replace("return n > 9", "return")),
                        source("p.Main", "class Main { java.lang.Object handler = new JobHandler(); }"))))
                .as("a refused job has its own errors alone")
                .hasSize(1);
    }

    @Test
    void typesOfAnotherPackageMayHaveNamesOfTheJdk() {
        compiles(Sources.compile(
                Sources.source("q.Override", "package q; public record Override(int n) {}"),
                Sources.source("q.Exception", "package q; public class Exception { public int n; }"),
                Sources.source("q.String", "package q; public enum String { A }"),
                source(
                        "p.Job",
                        "@LongRunning class Job { @State int n; @State java.util.List<q.Override> all;"
                                + " @State q.Exception last; @State java.util.Map<q.String, String> by;" + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "in", "key", "text", "value", "values", "size", "element", "entry", "content", "bean"})
    void aTopLevelEnumMayHaveTheNameOfAVariable(String name) {
        String state =
                "@LongRunning class Job { @State int n; @State @NAME@ one; @State java.util.Map<@NAME@, @NAME@[]> by;"
                        + " @State java.util.Optional<@NAME@> maybe; @State java.util.List<java.util.List<@NAME@>> lists;"
                        + " record Both(@NAME@ in, @NAME@ text) {} @State Both both; @OnStart void start(@NAME@ event) {}";

        compiles(Sources.compile(
                source("p." + name, "public enum " + name + " { A }"),
                source("p.Job", state.replace("@NAME@", name) + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "context", "result", "event", "failure", "out", "in", "value", "it"})
    void aTopLevelRecordMayHaveTheNameOfAVariable(String name) {
        String state =
                "@LongRunning class Job { @State int n; @State java.util.List<@NAME@> all; @OnStart void start(@NAME@ event,"
                        + " dev.longhaul.runtime.JobContext context) {} @OnComplete @NAME@ end() { return null; }";

        compiles(Sources.compile(
                source("p." + name, "public record " + name + "(int n) {}"),
                source("p.Job", state.replace("@NAME@", name) + END)));
    }

    @Test
    void anInheritedFieldWithTheNameOfAConstantIsRefusedAtTheField() {
        Compilation compilation = Sources.compile(
                source("p.Limits", "interface Limits { int limit = 5; }"),
                source("p.Base", "abstract class Base { @State int limit; @Step void step() { limit++; } }"),
                source(
                        "p.Job",
                        "@LongRunning class Job extends Base implements Limits {"
                                + " @Terminate boolean isDone() { return super.limit > 9; } }"));

        assertThat(errors(compilation))
                .containsExactly(
                        "[StateFieldHidden] the @State field limit has the name of the constant in p.Limits, and the"
                                + " handler could not tell them apart. Rename one of the two.");
    }

    @Test
    void aBeansFieldWithTheNameOfAConstantIsReachedThroughItsAccessors() {
        compiles(Sources.compile(
                source("p.Limits", "interface Limits { int limit = 5; }"),
                source(
                        "p.Base",
                        "class Base { int limit; int getLimit() { return limit; } void setLimit(int to) { limit = to; } }"),
                source("p.Bean", "class Bean extends Base implements Limits {}"),
                source("p.Job", "@LongRunning class Job { @State int n; @State Bean bean;" + END)));
    }

    @Test
    void aHandlerIsDocumented() {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions("-Xlint:all,-processing", "-Xdoclint:all", "-Werror")
                .compile(source("p.Job", """
                        /** A job. */
                        @LongRunning public class Job {
                            /** Makes one. */
                            public Job() {}
                            /** How many. */
                            @State public int n;
                            /** What is left. */
                            @State public java.util.Map<String, java.util.List<Line>> lines;
                            /** A line. */
                            public static class Line {
                                /** Makes one. */
                                public Line() {}
                                /** Its number. */
                                public int n;
                            }
                            /** Goes on. */
                            @Step public void step() { n++; }
                            /** Whether all are done.
                             * @return whether */
                            @Terminate public boolean isDone() { return n > 9; }
                        }
                        """));

        compiles(compilation);
    }

    @Test
    void aJobAndItsStateMayStandInAFileOfAnotherName() throws IOException {
        assertThat(run("-Xlint:all,-processing", file("p/Jobs.java", """
                package p;
                import dev.longhaul.annotations.*;
                import java.util.*;
                class Jobs {}
                record Line(int n) {}
                enum Color { RED }
                @LongRunning class Job {
                    Job() throws Throwable {}
                    @State int n;
                    @State Line line;
                    @State List<Line> lines;
                    @State Map<Color, Line[]> by;
                    @State Color color;
                    @OnStart void start(Line line) {}
                    @OnComplete Line end() throws Throwable { return line; }
                    @OnFailure void failed() {}
                """ + END)))
                .isEmpty();
    }

    @Test
    void theCharsetOfTheBuildIsNoMatter() throws IOException {
        String job = "package p; import dev.longhaul.annotations.*; @LongRunning class Job { @State int n;"
                + " @State int l\\u00e4nge; enum Gr\\u00f6\\u00dfe { KLEIN } @State Gr\\u00f6\\u00dfe gr\\u00f6\\u00dfe;";

        assertThat(run("-encoding", "US-ASCII", file("p/Job.java", job + END))).isEmpty();
    }

    @Test
    void aModuleMayExportThePackageOfAJob() throws IOException {
        Path module = file(
                "module-info.java",
                "module m { requires static dev.longhaul.annotations; requires dev.longhaul.runtime; exports p; }");
        Path job = file(
                "p/Job.java", "package p; import dev.longhaul.annotations.*; " + JOB.replace("public class", "class"));

        assertThat(run("-Xlint:all,-processing,-requires-automatic", "--module-path", module, job))
                .isEmpty();
        assertThat(Files.readString(folder.resolve("p/JobHandler.java")))
                .as("java.compiler is not read")
                .doesNotContain("Generated");
    }

    @Test
    void jobsOfSeveralModulesMayBeCompiledAtOnce() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("m.one", "m.two")) {
            String home = module.replace("m.", "p");
            files.add(file(
                    module + "/module-info.java",
                    "module " + module
                            + " { requires static dev.longhaul.annotations; requires dev.longhaul.runtime; }"));
            files.add(file(
                    module + "/" + home + "/Job.java",
                    "package " + home + "; import dev.longhaul.annotations.*; "
                            + JOB.replace("@LongRunning", "@LongRunning(name = \"" + home + "\")")));
        }

        assertThat(run("--module-source-path", "--module-path", files.get(0), files.get(1), files.get(2), files.get(3)))
                .isEmpty();
        assertThat(folder.resolve("m.two/META-INF/longhaul/ptwo.Job.template.yaml"))
                .exists();
        assertThat(folder.resolve("m.one/pone/JobHandler.class")).exists();
    }

    @Test
    void aLargeDomainModelIsReadOnce() {
        StringBuilder model = new StringBuilder("package p; import dev.longhaul.annotations.*; import java.util.*; "
                + "@LongRunning class Job { @State E0 root; @State int n;" + END);
        for (int i = 0; i < 200; i++) {
            model.append("class E").append(i).append(" { ");
            for (int j = 0; j < 10; j++) {
                int other = (i + j + 1) % 200;
                model.append("List<E").append(other).append("> f").append(j).append(" = new ArrayList<>(); ");
            }
            model.append("}\n");
        }

        // Along every path, this would not end.
        compiles(javac().withProcessors(new LongRunningProcessor()).compile(Sources.source("p.Job", model.toString())));
    }

    /** Compiles files, with warnings as errors, and answers what the compiler says. */
    private List<String> run(Object... arguments) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of("-Werror", "-d", folder.toString()));
        List<Path> files = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Path path) {
                files.add(path);
            } else {
                options.add(argument.toString());
                if (argument.equals("--module-source-path")) {
                    options.add(folder.toString());
                }
                if (argument.equals("--module-path")) {
                    options.add(modulePath());
                }
            }
        }
        List<String> said = new ArrayList<>();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    diagnostic -> said.add(diagnostic.getMessage(Locale.ROOT)),
                    options,
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new LongRunningProcessor()));
            task.call();
        }
        return said.stream().filter(line -> !line.contains(": at most 96 hops")).toList();
    }

    /** Where the modules of the annotations, the runtime and what it needs are. */
    private static String modulePath() {
        return String.join(
                java.io.File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(entry -> Stream.of(
                                        "annotations",
                                        "runtime",
                                        "jackson-core",
                                        "aws-lambda-java-core",
                                        "awssdk",
                                        "reactive",
                                        "slf4j-api",
                                        "jspecify",
                                        "aws")
                                .anyMatch(entry::contains))
                        .toList());
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static JavaFileObject source(String name, String text) {
        return Sources.source(name, "package p; import dev.longhaul.annotations.*; " + text);
    }

    private static void compiles(Compilation compilation) {
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void recordsMayHaveThemselvesAsParts() {
        compiles(Sources.compile(source("p.Job", """
                @LongRunning class Job {
                    record Node(int n, Node next, java.util.List<Node> all) {}
                    record One(Two two) {}
                    record Two(One one) {}
                    @State int n;
                    @State Node node;
                    @State One one;
                    @Step void step() { n++; node = new Node(n, node, null); one = null; }
                    @Terminate boolean isDone() { return node != null && node.n() > 9 && one == null; }
                }
                """)));
    }
}

package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rules about bodies find the bodies, and what they do where there are none. */
class BodiesTest {

    private static final String HEAD = "package jobs; import dev.longhaul.annotations.*; ";
    private static final JavaFileObject NEVER = Sources.source(
            "jobs.Never",
            HEAD + "@LongRunning class Never { @State int n; @Step void step() { n++; }"
                    + " @Terminate boolean isDone() { return false; } }");
    private static final JavaFileObject ENDLESS = Sources.source(
            "jobs.Endless",
            HEAD + "@LongRunning class Endless { @State int n; @Step void step() { while (true) n++; }"
                    + " @Terminate boolean isDone() { return n > 9; } }");
    private static final JavaFileObject USES_LATE = Sources.source(
            "jobs.Waits",
            HEAD + "@LongRunning class Waits { @State int n; Late late; Early early; @Step void step() { n++; }"
                    + " @Terminate boolean isDone() { return false; } }");

    @Test
    void theyAreFoundBehindAWrapperLikeGradles() {
        assertThat(told(wrapped(DelegatingEnvironment::new))).containsExactly("StepNeverReturns", "TerminateNeverTrue");
    }

    @Test
    void theyAreFoundBehindAProxyLikeIntellijs() {
        assertThat(told(wrapped(environment -> proxy(new Forwarding(new Holder(environment))))))
                .containsExactly("StepNeverReturns", "TerminateNeverTrue");
    }

    @Test
    void theyAreFoundBehindAProxyAroundAWrapper() {
        assertThat(told(wrapped(environment -> proxy(new Capturing(new DelegatingEnvironment(environment))))))
                .containsExactly("StepNeverReturns", "TerminateNeverTrue");
    }

    @Test
    void oneNoteSaysThatTheRulesAreOffWhereNothingIsToBeFound() {
        assertThat(told(new OtherCompiler())).containsExactly("off");
    }

    @Test
    void oneNoteSaysThatTheRulesAreOffInAJavaWithoutJavac() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        ClassLoader withoutJavac = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("com.sun.source.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), withoutJavac)) {
            Class<?> type = loader.loadClass(LongRunningProcessor.class.getName());
            assertThat(told((Processor) type.getDeclaredConstructor().newInstance()))
                    .containsExactly("off");
        }
    }

    @Test
    void constantsOfClassFilesAreKnownAndTheirMethodsAreNot(@TempDir Path classes) throws IOException {
        compileTo(
                classes,
                Sources.source("lib.Config", "package lib; public class Config { public static final int DAYS = 0; }"),
                Sources.source(
                        "lib.Base",
                        "package lib; import dev.longhaul.annotations.*; public abstract class Base {"
                                + " @State public int n; @Step public void step() { while (true) { n++; } }"
                                + " public boolean isOver() { return false; } }"));
        JavaFileObject job = Sources.source(
                "jobs.Inheriting",
                HEAD + "@LongRunning class Inheriting extends lib.Base {"
                        + " @Terminate boolean isDone() { return (n > 9 || isOver()) && lib.Config.DAYS > 0; } }");

        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withClasspath(Stream.concat(
                                Stream.of(classes.toFile()),
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .map(File::new))
                        .toList())
                .compile(job);

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .singleElement()
                .asString()
                .startsWith("[TerminateNeverTrue] isDone never returns true");
    }

    @Test
    void aClassAboveInAnotherFileIsReadWhicheverComesFirst() {
        JavaFileObject base = Sources.source(
                "jobs.Base",
                HEAD + "abstract class Base { @State int n; boolean stop;"
                        + "\n @Step void step() { java.util.List.of(1).forEach(i -> n += i); hook(); }"
                        + "\n abstract void hook();"
                        + "\n @Terminate boolean isOver() { return stop; } }");
        JavaFileObject job = Sources.source(
                "jobs.Job",
                HEAD + "@LongRunning class Job extends Base { @Override void hook() { for (;;) n++; }"
                        + "\n @Terminate boolean isDone() { return never(); } boolean never() { return n < 0 && 1 > 2; } }");
        List<String> expected = List.of(
                "Base:2:13 StepNeverReturns", "Base:4:21 TerminateIgnoresProgress", "Job:2:21 TerminateNeverTrue");

        assertThat(places(compiled(List.of(), job, base))).containsExactlyElementsOf(expected);
        assertThat(places(compiled(List.of(), base, job))).containsExactlyElementsOf(expected);
        assertThat(places(compiled(List.of("-XDcompilePolicy=simple"), base, job)))
                .containsExactlyElementsOf(expected);
        assertThat(places(compiled(List.of("-XDcompilePolicy=byfile"), base, job)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aDefaultMethodInAnotherFileIsReadWhicheverComesFirst() {
        JavaFileObject ending = Sources.source(
                "jobs.Ending", HEAD + "interface Ending {\n @Terminate default boolean isOver() { return false; } }");
        JavaFileObject job = Sources.source(
                "jobs.Job",
                HEAD + "@LongRunning class Job implements Ending { @State int n; @Step void step() { n++; } }");

        assertThat(places(compiled(List.of(), job, ending))).containsExactly("Ending:2:29 TerminateNeverTrue");
        assertThat(places(compiled(List.of(), ending, job))).containsExactly("Ending:2:29 TerminateNeverTrue");
    }

    @Test
    void aClassAboveThatIsRewrittenIsReadAsItWas() {
        JavaFileObject base = Sources.source(
                "jobs.Base",
                HEAD + "abstract class Base { @State int n; enum Phase { A, B } @State Phase phase = Phase.A;"
                        + " @Step void step() { for (String s : new String[] {\"a\"}) { switch (s) { case \"a\": n++; break; default: } }"
                        + " switch (phase) { case A -> phase = Phase.B; default -> n--; } assert n > 0; Integer boxed = n; n = boxed + 1;"
                        + " Object o = n; if (o instanceof Integer i && i > 3) { Runnable r = () -> n++; r.run(); }"
                        + " String text = n + \"x\"; synchronized (this) { n += text.length(); }"
                        + " Object types = java.util.stream.Stream.of(int.class, String[].class).toArray(Class<?>[]::new);"
                        + " java.util.function.IntFunction<int[]> f = int[]::new; n += types.hashCode() + f.hashCode(); } }");
        JavaFileObject job = Sources.source(
                "jobs.Job",
                HEAD
                        + "@LongRunning class Job extends Base { @Terminate boolean isDone() { return phase == Phase.B && n > 9; } }");

        assertThat(compiled(List.of(), base, job).diagnostics())
                .filteredOn(told -> told.getKind() != Diagnostic.Kind.NOTE)
                .isEmpty();
    }

    @Test
    void withoutCompilingNothingIsSaid() {
        Compilation compilation = compiled(List.of("-proc:only"), NEVER, ENDLESS);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }

    @Test
    void aJobOfAnEarlierRoundIsReadOnce() {
        Compilation compilation = javac().withProcessors(
                        new LongRunningProcessor(),
                        new LateSources(Map.of(
                                "jobs.Early",
                                "package jobs; class Early {}",
                                "jobs.Late",
                                "package jobs; class Late {}")))
                .compile(NEVER, ENDLESS, USES_LATE);

        assertThat(places(compilation))
                .containsExactly(
                        "Endless:1:104 StepNeverReturns",
                        "Never:1:137 TerminateNeverTrue",
                        "Waits:1:161 TerminateNeverTrue");
    }

    @Test
    void besideErrorsOfTheCompilerTheOtherJobsAreRead() {
        JavaFileObject broken = Sources.source(
                "jobs.Broken",
                HEAD + "@LongRunning class Broken { @State int n; @Step void step() { while (gone()) { n = missing; } }"
                        + " @Terminate boolean isDone() { return absent.size() > n || nothing; } }");

        assertThat(compiled(List.of(), broken, NEVER).errors())
                .extracting(error ->
                        error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        "cannot find symbol",
                        "cannot find symbol",
                        "cannot find symbol",
                        "cannot find symbol",
                        "[TerminateNeverTrue] isDone never returns true, so it would never end the job. Return true when the"
                                + " work is done.");
    }

    @Test
    void whereAnotherRuleHasRefusedAJobTheBodiesAreReadInTheNextCompilation() {
        JavaFileObject refused = Sources.source(
                "jobs.Refused",
                HEAD + "@LongRunning(tickMillis = 0) class Refused { @State int n; @Step void step() { n++; }"
                        + " @Terminate boolean isDone() { return false; } }");

        assertThat(places(compiled(List.of(), refused))).containsExactly("Refused:1:76 TickMillisNotPositive");
        assertThat(places(compiled(List.of("--should-stop=ifError=FLOW"), refused)))
                .containsExactly("Refused:1:76 TickMillisNotPositive");
    }

    @Test
    void aFailureOfTheRulesIsOneErrorAtTheClass() {
        JavaFileObject catching = Sources.source(
                "jobs.Catching",
                HEAD + "@LongRunning class Catching { @State int n;\n @Step void step() {"
                        + " try { throw new IllegalStateException(); } catch (RuntimeException e) { n++; } }"
                        + " @Terminate boolean isDone() { return n > 9; } }");

        assertThat(javac().withProcessors(FailingCompiler.on("isAssignable", "java.lang.IllegalStateException"))
                        .compile(catching)
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getMessage(Locale.ROOT))
                            .startsWith("[Internal] the processor failed on jobs.Catching");
                    assertThat(error.getLineNumber()).isEqualTo(1);
                });
    }

    @Test
    void ofKotlinOneNoteSaysThatItsBodiesAreNotRead() {
        JavaFileObject metadata = Sources.source("kotlin.Metadata", "package kotlin; public @interface Metadata {}");
        JavaFileObject stub = Sources.source(
                "jobs.Stub",
                HEAD + "@kotlin.Metadata @LongRunning class Stub { @State int n; @Step void step() { }"
                        + " @Terminate boolean isDone() { return false; } }");
        JavaFileObject second = Sources.source(
                "jobs.Second",
                HEAD
                        + "@kotlin.Metadata @LongRunning class Second extends Stub { @Terminate boolean isOver() { return true; } }");
        JavaFileObject third = Sources.source("jobs.Third", HEAD + "@LongRunning class Third extends Stub { }");

        Compilation compilation = compiled(List.of(), metadata, stub, second, third, NEVER);

        assertThat(places(compilation)).containsExactly("Never:1:137 TerminateNeverTrue");
        assertThat(compilation.notes())
                .extracting(note -> note.getMessage(Locale.ROOT))
                .filteredOn(text -> text.contains("Kotlin"))
                .containsExactly(
                        "the methods of a Kotlin class have other bodies here than in its source, so that the rules about"
                                + " bodies, such as TerminateNeverTrue and StepNeverReturns, are not checked; all others are");
    }

    private static Compilation compiled(List<String> options, JavaFileObject... sources) {
        return javac().withProcessors(new LongRunningProcessor())
                .withOptions(options)
                .compile(sources);
    }

    /** File, line, column and id of each problem, sorted. */
    private static List<String> places(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("["))
                .map(diagnostic -> diagnostic.getSource().getName().replaceAll(".*/|\\.java", "") + ":"
                        + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " "
                        + diagnostic.getMessage(Locale.ROOT).replaceAll("(?s)^\\[|].*", ""))
                .sorted()
                .toList();
    }

    /** The ids of the errors, sorted, and "off" for each note that says that the rules are off. */
    private static List<String> told(Processor processor) {
        return javac().withProcessors(processor).compile(NEVER, ENDLESS).diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(text -> text.startsWith("[") || text.startsWith("this compiler"))
                .map(text -> text.startsWith("[") ? text.substring(1, text.indexOf(']')) : "off")
                .sorted()
                .toList();
    }

    private static void compileTo(Path folder, JavaFileObject... sources) {
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, options, null, List.of(sources))
                        .call())
                .isTrue();
    }

    private static Processor wrapped(UnaryOperator<ProcessingEnvironment> wrapper) {
        Processor inner = new LongRunningProcessor();
        return new AbstractProcessor() {
            @Override
            public synchronized void init(ProcessingEnvironment environment) {
                inner.init(wrapper.apply(environment));
            }

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return inner.getSupportedAnnotationTypes();
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return inner.getSupportedSourceVersion();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                inner.process(annotations, round);
                return false;
            }
        };
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                BodiesTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** What a handler may hold instead of the environment itself. */
    private record Holder(ProcessingEnvironment held) {}

    private record Forwarding(Holder holder) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(holder.held(), arguments);
        }
    }

    private record Capturing(ProcessingEnvironment environment) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(environment, arguments);
        }
    }
}

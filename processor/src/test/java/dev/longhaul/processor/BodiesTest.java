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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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
                                + " @Terminate public boolean isOver() { return false; } }"));
        JavaFileObject job = Sources.source(
                "jobs.Inheriting",
                HEAD + "@LongRunning class Inheriting extends lib.Base {"
                        + " @Terminate boolean isDone() { return n > 9 && lib.Config.DAYS > 0; } }");

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

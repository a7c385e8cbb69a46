package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What Gradle asks of an isolating processor: each file comes of one class, and says of which. */
class IncrementalTest {

    private static final String GRADLE = "/META-INF/gradle/incremental.annotation.processors";

    @Test
    void theProcessorIsDeclaredAsIsolating() throws IOException {
        try (InputStream in = LongRunningProcessor.class.getResourceAsStream(GRADLE)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(LongRunningProcessor.class.getName() + ",isolating");
        }
    }

    @Test
    void everyFileNamesTheOneClassThatItComesOf() {
        RecordingFiler recording = new RecordingFiler();

        Compilation compilation =
                javac().withProcessors(recording).compile(job("One"), job("Two"), Sources.source("p.Bad", """
                        package p;
                        import dev.longhaul.annotations.*;
                        @LongRunning class Bad {}
                        """));

        assertThat(compilation.errors()).as("those of Bad").hasSize(2);
        assertThat(recording.created)
                .containsExactlyInAnyOrder(
                        "p.BadHandler of [p.Bad]",
                        "p.OneHandler of [p.One]",
                        "META-INF/longhaul/p.One.template.yaml of [p.One]",
                        "META-INF/longhaul/p.One.state.json of [p.One]",
                        "META-INF/native-image/longhaul/p.One/reachability-metadata.json of [p.One]",
                        "p.TwoHandler of [p.Two]",
                        "META-INF/longhaul/p.Two.template.yaml of [p.Two]",
                        "META-INF/longhaul/p.Two.state.json of [p.Two]",
                        "META-INF/native-image/longhaul/p.Two/reachability-metadata.json of [p.Two]");
    }

    private static javax.tools.JavaFileObject job(String name) {
        return Sources.source("p." + name, """
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning
                class %s {
                    @State int done;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                }
                """.formatted(name));
    }

    /** The processor, with a filer that notes what is created, and of what. */
    private static final class RecordingFiler extends AbstractProcessor {

        private final LongRunningProcessor processor = new LongRunningProcessor();
        private final List<String> created = new ArrayList<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = recording(environment.getFiler());
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, called, arguments) ->
                            called.getName().equals("getFiler") ? filer : called.invoke(environment, arguments)));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }

        private Filer recording(Filer filer) {
            return (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, called, arguments) -> {
                        if (called.getName().startsWith("create")) {
                            Object name = arguments[arguments.length - 2];
                            created.add(name + " of " + List.of((Element[]) arguments[arguments.length - 1]));
                        }
                        try {
                            return called.invoke(filer, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}

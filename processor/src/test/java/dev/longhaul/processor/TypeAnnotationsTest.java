package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Annotations on the types of a state and on their parts. */
class TypeAnnotationsTest {

    private static final String JOB = """
            package p;
            import dev.longhaul.annotations.*;
            import dev.longhaul.runtime.JobContext;
            import java.lang.annotation.*;
            import java.util.*;
            @LongRunning
            class Job {
                @State int done;
                @State List<@A String> list;
                @State List<String> plainList;
                @State @A String text;
                @State @A int number;
                @State int @A [] ints;
                @State @A int @A [] annotatedInts;
                @State @A int @A [] @A [] grid;
                @State byte @A [] bytes;
                @State Map<@A String, @A List<@A Cell<@A String>>> map;
                @State java.util.@A List<Job.@A Node> nodes;
                @State Node node;
                @State Bean bean;
                @State @A Optional<@A Integer> maybe;
                @State(codec = Coding.class) @A Coded coded;
                @State(codec = Coding.class) Coded plainCoded;
                @OnStart void start(@A Cell<@A String> event, @A JobContext context) {}
                @OnComplete @A Cell<@A Node> end() { return null; }
                @OnFailure void failed(@A Throwable failure) {}
                @Step void step() { done++; }
                @Terminate @A boolean isDone() { return done > 9; }
                record Cell<T>(@A T value) {}
                record Node(@A String name, List<@A Node> children, @A Node @A [] more, @A Node next) {}
                static class Bean {
                    private @A String name;
                    private List<@A String> names;
                    String getName() { return name; }
                    void setName(@A String to) { name = to; }
                    @A List<String> getNames() { return names; }
                    void setNames(List<@A String> to) { names = to; }
                }
                static class Coded {}
                static class Coding implements StateCodec<@A Coded> {
                    public String encode(Coded value) { return ""; }
                    public Coded decode(String text) { return new Coded(); }
                }
            }
            @Target(ElementType.TYPE_USE) @interface A { String value() default ""; }
            """;

    @Test
    void theHandlerIsThatOfTheTypesWithoutThem() throws IOException {
        String annotated = handler(JOB.replaceAll("@A ", "@A(\"a, (b\") "));

        assertThat(annotated).isEqualTo(handler(JOB)).isEqualTo(handler(JOB.replaceAll("@A ", "")));
    }

    private static String handler(String job) throws IOException {
        Compilation compilation = Sources.compile(Sources.source("p.Job", job));
        assertThat(compilation).succeeded();
        return compilation
                .generatedSourceFile("p.JobHandler")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}

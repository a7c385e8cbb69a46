package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs with deprecated parts, compiled with all of javac's warnings as errors. */
class DeprecationsTest {

    /** With a mark at every place that the handler uses. */
    private static final String JOB = """
            package p;
            import dev.longhaul.annotations.*;
            import java.util.*;
            /*outer*/ class Outer {
                /*job*/ @LongRunning static class Job extends Base {
                    /*constructor*/ Job() {}
                    /*field*/ @State int done;
                    @State q.Line line;
                    @State List<Bean> beans;
                    @State Color color;
                    @State(codec = Coding.class) Coded coded;
                    /*start*/ @OnStart void start(Request request) {}
                    /*terminate*/ @Terminate boolean isDone() { return done++ > 9; }
                }
                abstract static class Base {
                    /*step*/ @Step void step() {}
                    /*inherited*/ @State int more;
                }
                /*bean*/ static class Bean {
                    private int a;
                    /*getter*/ int getA() { return a; }
                    /*setter*/ void setA(int a) { this.a = a; }
                }
                /*enum*/ enum Color { RED }
                /*event*/ record Request(int first) { /*canonical*/ Request {} }
                static class Coded {}
                /*codec*/ static class Coding implements StateCodec<Coded> {
                    public String encode(Coded value) { return ""; }
                    public Coded decode(String text) { return new Coded(); }
                }
            }
            """;

    private static final String LINE = "package q; /*elsewhere*/ public class Line { /*public*/ public int a; }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outer",
                "job",
                "constructor",
                "field",
                "start",
                "terminate",
                "step",
                "inherited",
                "bean",
                "getter",
                "setter",
                "enum",
                "event",
                "canonical",
                "codec",
                "elsewhere",
                "public"
            })
    void theHandlerTellsNothingOfThem(String place) throws IOException {
        for (String annotation : List.of("@Deprecated", "@Deprecated(forRemoval = true)")) {
            Compilation compilation = compile(place, annotation);

            assertThat(compilation).succeeded();
            assertThat(handler(compilation))
                    .contains("@SuppressWarnings({\"deprecation\", \"removal\"})\npublic final ");
        }
    }

    @Test
    void aHandlerOfOthersSuppressesNothing() throws IOException {
        Compilation compilation = compile("nowhere", "@Deprecated");

        assertThat(compilation).succeeded();
        assertThat(handler(compilation)).doesNotContain("@SuppressWarnings");
    }

    private static Compilation compile(String place, String annotation) {
        return Sources.compile(source("p.Outer", JOB, place, annotation), source("q.Line", LINE, place, annotation));
    }

    /** The author's own uses are the author's to suppress, or none as within one file. */
    private static JavaFileObject source(String name, String text, String place, String annotation) {
        return Sources.source(
                name,
                text.replace("/*" + place + "*/", annotation)
                        .replace("@State q.Line", "@SuppressWarnings({\"deprecation\", \"removal\"}) @State q.Line"));
    }

    private static String handler(Compilation compilation) throws IOException {
        return compilation
                .generatedSourceFile("p.Outer_JobHandler")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}

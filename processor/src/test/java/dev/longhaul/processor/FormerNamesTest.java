package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.state.StateReader;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields, components of records and fields of beans are restored from the names that they had. */
class FormerNamesTest {

    private static final String JOB = """
            package p;
            import dev.longhaul.annotations.*;
            import java.util.List;
            @LongRunning
            public class Job extends Base {
                record Order(@State(formerly = {"number", "nr"}) long id, @State(formerly = "in") String text) {}

                public static class Item {
                    @State(formerly = "label") String name;
                    @State(formerly = "amount") private int size;

                    public int getSize() { return size; }
                    public void setSize(int size) { this.size = size; }
                }

                @State(formerly = {"cursor", "position"}) String place = "-";
                @State(formerly = "list") List<Order> orders;
                @State Item item;

                @OnStart void start(Order first) { orders = List.of(first); }
                @Step void step() { place = "end"; }
                @Terminate boolean isDone() { return place.equals("end"); }

                @Override public String toString() {
                    return place + " " + total + " " + orders + " " + (item == null ? "-" : item.name + item.size);
                }
            }
            """;

    private static final String BASE = """
            package p;
            import dev.longhaul.annotations.*;
            abstract class Base {
                @State(formerly = "sum") long total;
            }
            """;

    private static LongRunningHandler<?> handler;

    @BeforeAll
    static void compile() throws Exception {
        Compilation compilation = Sources.compile(Sources.source("p.Job", JOB), Sources.source("p.Base", BASE));
        assertThat(compilation.errors()).isEmpty();
        handler = (LongRunningHandler<?>) Sources.loader(compilation)
                .loadClass("p.JobHandler")
                .getConstructor()
                .newInstance();
    }

    @Test
    void presentNamesAreRead() throws Exception {
        assertThat(restored("{'place':'a','total':1,'orders':[{'id':2,'text':'b'}],'item':{'name':'c','size':3}}"))
                .isEqualTo("a 1 [Order[id=2, text=b]] c3");
    }

    @Test
    void formerNamesAreRead() throws Exception {
        assertThat(restored("{'sum':1,'position':'a','list':[{'nr':2,'in':'b'},{'number':4}],"
                        + "'item':{'label':'c','amount':3}}"))
                .isEqualTo("a 1 [Order[id=2, text=b], Order[id=4, text=null]] c3");
        assertThat(restored("{'cursor':'a'}")).isEqualTo("a 0 null -");
    }

    @Test
    void aValueThatDoesNotFitIsNamedAsItIsStored() {
        assertThatThrownBy(() -> restored("{'list':[{'nr':'x'}]}"))
                .hasMessage("\"list/0/nr\": a whole number was expected, but this is a string");
    }

    @Test
    void twoNamesOfAFieldInOneObjectAreRefused() {
        assertThatThrownBy(() -> restored("{'orders':[{'id':1},{'id':2,'nr':3}]}"))
                .hasMessageStartingWith("\"orders/1/nr\": it is stored under two names of the field \"id\".");
        assertThatThrownBy(() -> restored("{'place':'a','cursor':'b'}"))
                .hasMessageStartingWith("\"cursor\": it is stored under two names of the field \"place\".");
    }

    @Test
    void aStartEventMayHaveFormerNamesToo() throws Exception {
        handler.jobs().checkEvent(new StateReader("{\"nr\":1,\"in\":\"a\"}"));

        assertThatThrownBy(() -> handler.jobs().checkEvent(new StateReader("{\"nummer\":1}")))
                .hasMessageContaining("its type has no such field");
    }

    @Test
    void theAnnotationOfAPartSaysNothingElse() {
        Compilation compilation = Sources.compile(Sources.source("p.Part", """
                package p;
                import dev.longhaul.annotations.*;
                class Part {
                    @State(formerly = "a") int b;
                    @State int c;
                    @State(formerly = "d", codec = StateCodec.None.class) String e;
                }
                """));

        assertThat(compilation.errors())
                .extracting(error -> error.getLineNumber() + " " + error.getMessage(Locale.ROOT))
                .containsExactly(
                        "5 [OrphanAnnotation] c is annotated @State, but Part is not @LongRunning, so nothing reads"
                                + " it, or the annotations of e. Annotate the class if it is a job, make it abstract if jobs extend"
                                + " it, or remove them.");
    }

    @Test
    void partsOfClassFilesAreReadAsThoseOfSources(@TempDir Path classes) throws Exception {
        JavaFileObject part = Sources.source("q.Part", """
                package q;
                import dev.longhaul.annotations.*;
                public record Part(@State(formerly = "was") int is, Kind kind) {
                    public enum Kind { Z, A }
                }
                """);
        JavaFileObject job = Sources.source("p.User", """
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning class User {
                    @State q.Part part;
                    @Step void step() { part = new q.Part(1, null); }
                    @Terminate boolean isDone() { return part != null; }
                }
                """);
        Sources.writeClasses(javac().compile(part), classes);
        Compilation apart = javac().withProcessors(new LongRunningProcessor())
                .withClasspath(Stream.concat(
                                Stream.of(classes.toFile()),
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .map(File::new))
                        .toList())
                .compile(job);
        Compilation together = Sources.compile(part, job);

        assertThat(apart.errors()).isEmpty();
        assertThat(form(apart)).isEqualTo(form(together));
        assertThat(apart.generatedSourceFile("p.UserHandler").orElseThrow().getCharContent(false))
                .asString()
                .contains("in.at(\"is\", \"was\")");
    }

    private static String form(Compilation compilation) {
        return Sources.resource(compilation, "META-INF/longhaul/p.User.state.json");
    }

    private static String restored(String state) throws Exception {
        return handler.restored(new StateReader(state.replace('\'', '"'))).toString();
    }
}

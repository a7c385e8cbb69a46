package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.processor.names.Names;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Jobs whose members come from elsewhere: superclasses, interfaces, other processors. */
class ReadingTest {

    @Test
    void membersAreInherited() {
        Compilation compilation = Sources.compile(
                Sources.source("p.Paged", """
                        package p;
                        import dev.longhaul.annotations.*;
                        public abstract class Paged<T> {
                            @State public java.util.List<T> page = new java.util.ArrayList<>();
                            @Step public void step() { page.clear(); }
                        }
                        """), Sources.source("p.Ending", """
                        package p;
                        import dev.longhaul.annotations.*;
                        public interface Ending {
                            boolean ended();
                            @Terminate default boolean isDone() { return ended(); }
                        }
                        """), Sources.source("q.Job", """
                        package q;
                        import dev.longhaul.annotations.*;
                        @LongRunning
                        public class Job extends p.Paged<java.time.LocalDate> implements p.Ending {
                            @Override public boolean ended() { return page.isEmpty(); }
                        }
                        """));

        assertThat(compilation).succeeded();
        assertThat(compilation)
                .generatedSourceFile("q.JobHandler")
                .contentsAsUtf8String()
                .contains("in.list(LocalDate.class)");
    }

    @Test
    void anInheritedMemberOfAnotherPackageMustBePublic() {
        Compilation compilation = Sources.compile(Sources.source("p.Base", """
                        package p;
                        import dev.longhaul.annotations.*;
                        public abstract class Base {
                            @State protected int done;
                            @Step protected void step() { done++; }
                            @Terminate public boolean isDone() { return done > 9; }
                        }
                        """), Sources.source("q.Job", """
                        package q;
                        @dev.longhaul.annotations.LongRunning
                        public class Job extends p.Base {}
                        """));

        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation).hadErrorContaining("[StepInaccessible]");
        assertThat(compilation).hadErrorContaining("[StateFieldPrivate]");
        assertThat(compilation.errors()).extracting(Diagnostic::getLineNumber).containsExactlyInAnyOrder(5L, 4L);
    }

    @Test
    void aNestedJobHasItsOuterClassInTheHandlersName() {
        Compilation compilation = Sources.compile(Sources.source("p.Outer", """
                package p;
                import dev.longhaul.annotations.*;
                class Outer {
                    @LongRunning static class Inner {
                        @State int done;
                        @Step void step() { done++; }
                        @Terminate boolean isDone() { return done > 9; }
                    }
                }
                """));

        assertThat(compilation).succeeded();
        assertThat(compilation.generatedSourceFile("p.Outer_InnerHandler")).isPresent();
    }

    @Test
    void theUsersOfARefusedJobsHandlerShowNoErrors() {
        Compilation compilation = Sources.compile(Sources.source("p.Job", """
                        package p;
                        @dev.longhaul.annotations.LongRunning(tickMillis = 0)
                        class Job<T> {}
                        """), Sources.source("p.Main", """
                        package p;
                        class Main {
                            Object handler = new JobHandler().options().timing().safeMillis();
                        }
                        """));

        // TickMillisNotPositive, JobGeneric, StepMissing, TerminateMissing, and the warning about the state.
        assertThat(compilation).hadErrorCount(4);
    }

    @Test
    void anErrorOfTheSourceItselfIsTheCompilersToTell() {
        Compilation compilation = Sources.compile(Sources.source("p.Job", """
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning(safeMillis = "soon") class Job {
                    @State int done;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                }
                """));

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("incompatible types");
    }

    @Test
    void theRuntimesNamesAreRight() throws Exception {
        for (Field name : Names.class.getFields()) {
            if (name.get(null) instanceof Set) {
                continue;
            }
            String type = name.get(null).toString();
            if (type.startsWith("dev.longhaul.events.")) {
                // That module's tests are compiled with this processor, so that it is built later.
                assertThat(Path.of("../events/src/main/java", type.replace('.', '/') + ".java"))
                        .exists();
                continue;
            }
            assertThat(Class.forName(type.replace("StateCodec.None", "StateCodec$None")))
                    .as(name.getName())
                    .isNotNull();
        }
    }
}

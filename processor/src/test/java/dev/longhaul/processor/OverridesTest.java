package dev.longhaul.processor;

import static dev.longhaul.processor.NeighbourhoodTest.BODY;
import static dev.longhaul.processor.NeighbourhoodTest.handler;
import static dev.longhaul.processor.NeighbourhoodTest.messages;
import static dev.longhaul.processor.NeighbourhoodTest.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Jobs that override a method that is annotated where they inherit it from. */
class OverridesTest {

    @Test
    void anOverrideWithoutTheAnnotationIsTheStepToo() {
        Compilation compilation = Sources.compile(source("p.Job", """
                @LongRunning class Job extends Base implements Ending {
                    @Override public void step() { done += 2; }
                    @Override public boolean isDone() { return done > 9; }
                }
                abstract class Base { @State int done; @Step public void step() { done++; } }
                interface Ending { @Terminate boolean isDone(); }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation, "p.JobHandler")).contains("job.step()", "job.isDone()");
    }

    @Test
    void theBodyOfAnOverrideIsTheOneThatIsLookedAt() {
        Compilation fine = Sources.compile(
                source(
                        "p.Job",
                        "@LongRunning class Job extends Base { @Override boolean isDone() { return done > 9; } }"),
                source("p.Base", """
                        abstract class Base {
                            @State int done;
                            @Step void step() { done++; }
                            @Terminate boolean isDone() { return false; }
                        }
                        """));
        Compilation bad = Sources.compile(
                source("p.Job", "@LongRunning class Job extends Base { @Override boolean isDone() { return false; } }"),
                source("p.Base", "abstract class Base " + BODY));

        assertThat(fine.errors()).isEmpty();
        assertThat(messages(bad)).singleElement().asString().startsWith("[TerminateNeverTrue] isDone never");
    }

    @Test
    void anOverrideOfTwoStepsIsOne() {
        Compilation compilation = Sources.compile(source("p.Job", """
                @LongRunning class Job implements One, Two {
                    @State int done;
                    @Override public void step() { done += 2; }
                    @Terminate boolean isDone() { return done > 9; }
                }
                interface One { @Step void step(); }
                interface Two { @Step void step(); }
                """));

        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void anOverrideWithTheAnnotationIsNoSecondStep() {
        Compilation compilation = Sources.compile(
                source("p.Job", """
                @LongRunning class Job extends Base {
                    @Override @Step public void step() { done += 2; }
                }
                """ + "abstract class Base " + BODY.replace("void step", "public void step")));

        assertThat(compilation.errors()).isEmpty();
    }
}

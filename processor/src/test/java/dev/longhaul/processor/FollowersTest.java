package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Independent errors come together, and none because of another one. */
class FollowersTest {

    private static final String STATE = "@State int done; ";
    private static final String STEP = "@Step void step() { done++; } ";
    private static final String END = "@Terminate boolean isDone() { return done > 9; } ";
    private static final String BODY = "{ " + STATE + STEP + END + "}";

    @Test
    void sixIndependentErrorsAreToldAtOnce() {
        assertThat(told("""
                        @LongRunning(tickMillis = 70_000, memoryMegabytes = 64, name = "a b")
                        class Job {
                            @State private int done;
                            @Step int step() { return done++; }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "TickNotBelowSafe",
                        "MemoryOutOfRange",
                        "NameInvalid",
                        "StateFieldPrivate",
                        "StepReturnsValue",
                        "TerminateMissing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            safeMillis = -1                                        | SafeMillisNotPositive
            safeMillis = 0, tickMillis = 5, maxStepMillis = 7      | SafeMillisNotPositive
            tickMillis = 0, maxStepMillis = 60_000                 | TickMillisNotPositive
            maxStepMillis = -60_000                                | NegativeMaxStepMillis
            timeoutMillis = 0                                      | TimeoutNotWholeSeconds
            timeoutMillis = -1_000                                 | TimeoutNotWholeSeconds
            timeoutMillis = 30_500                                 | TimeoutNotWholeSeconds
            timeoutMillis = 5_400_000, safeMillis = 5_400_000      | TimeoutAboveLimit
            timeoutMillis = 900_000_000, maxCostUsd = 1            | TimeoutAboveLimit
            timeoutMillis = 50_000                                 | SafeNotBelowTimeout
            safeMillis = 1_000, tickMillis = 1_000                 | TickNotBelowSafe
            safeMillis = 5_000, maxStepMillis = 9_000              | TickNotBelowSafe
            maxStepMillis = 9_223_372_036_854_775_807L             | StepDoesNotFitSafe
            safeMillis = 10_500, maxStepMillis = 500               | StepDoesNotFitSafe
            maxHops = 0, maxCostUsd = 0.01                         | MaxHopsNotPositive
            memoryMegabytes = 1_000_000, maxCostUsd = 0.01         | MemoryOutOfRange
            maxCostUsd = 0.0 / 0                                   | NegativeMaxCost
            schedule = "rate(0 minute)"                            | ScheduleInvalid
            """)
    void aRootErrorIsToldAlone(String options, String id) {
        assertThat(told("@LongRunning(" + options + ") class Job " + BODY)).containsExactly(id);
    }

    @Test
    void aTypeThatIsNoClassIsToldAlone() {
        for (String type : List.of(
                "interface Job {}",
                "enum Job { ONE; @State private int a; @Step int b() { return 1; } }",
                "record Job(int a) { @Terminate int b() { return 1; } }",
                "@interface Job {}")) {
            assertThat(told("@LongRunning(tickMillis = 0) " + type)).as(type).containsExactly("JobNotAClass");
        }
    }

    @Test
    void aClassThatCannotBeCreatedIsToldAlone() {
        assertThat(told("class Around { @LongRunning class Job { Job(int a) {} " + STATE + STEP + END + "} }"))
                .containsExactly("JobInner");
        assertThat(told("class Around { @LongRunning private class Job { Job(int a) {} " + STATE + STEP + END + "} }"))
                .containsExactly("JobPrivate");
    }

    @Test
    void theTypeParametersOfAJobAreToldAlone() {
        assertThat(told(
                        "@LongRunning class Job<T, U extends Thread> { @State T one; @State java.util.Map<String, U[]> two;"
                                + " @State Box<T> three; @OnStart void start(T event) {} @OnComplete T end() { return one; }"
                                + STEP + STATE
                                + END + "record Box<V>(V value) {} }"))
                .containsExactly("JobGeneric");
    }

    @Test
    void aMethodsOwnTypeParameterIsNoneOfTheJobs() {
        assertThat(told("@LongRunning class Job { @OnStart <T> void start(T event) {} " + STATE + STEP + END + "}"))
                .containsExactly("StateTypeUnsupported");
    }

    @Test
    void theTypesOfAHookWithWrongParametersAreNotLookedAt() {
        assertThat(told("@LongRunning class Job { @OnStart void start(Thread one, Thread two) {} " + STATE + STEP + END
                        + "}"))
                .containsExactly("OnStartParameters");
        assertThat(told("@LongRunning class Job { @OnComplete Thread end(int a) { return null; } " + STATE + STEP + END
                        + "}"))
                .containsExactly("OnCompleteParameters");
    }

    @Test
    void aForgottenAnnotationOfTheClassIsToldOnce() {
        assertThat(told("class Job { " + STATE + STEP + END + "@OnStart void start() {} }"))
                .containsExactly("OrphanAnnotation");
        assertThat(told("class Job { " + STATE + "} class Other { " + STATE + "}"))
                .containsExactly("OrphanAnnotation", "OrphanAnnotation");
    }

    @Test
    void theCostIsToldBesideTheMembers() {
        assertThat(told("@LongRunning(maxCostUsd = 1) class Job { " + STATE + STEP + "}"))
                .containsExactlyInAnyOrder("WorstCaseCostAboveLimit", "TerminateMissing");
    }

    @Test
    void theUsersOfARefusedJobsHandlerShowNothing() {
        assertThat(told("@LongRunning(maxHops = -1) class Job " + BODY
                        + " class Main { Object a = new JobHandler(); }"))
                .containsExactly("MaxHopsNotPositive");
    }

    @Test
    void jobsDoNotSpoilEachOther() {
        assertThat(told("@LongRunning(maxHops = -1) class One " + BODY + " @LongRunning class Two " + BODY
                        + " @LongRunning class Three { " + STATE + STEP + "}"))
                .containsExactlyInAnyOrder("MaxHopsNotPositive", "TerminateMissing");
    }

    /** The ids of all that is told but notes; what has none in full. */
    private static List<String> told(String source) {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .compile(Sources.source("p.Job", "package p; import dev.longhaul.annotations.*; " + source));
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replaceFirst("(?s)^\\[(\\w+)\\] .*", "$1"))
                .toList();
    }

    @Test
    void aTypingErrorInATypeIsTheCompilersAlone() {
        String job = "package p; import dev.longhaul.annotations.*; @LongRunning class Job { @State Strin cursor; "
                + BODY.substring(2);

        assertThat(javac().withProcessors(new LongRunningProcessor())
                        .compile(Sources.source("p.Job", job))
                        .diagnostics())
                .singleElement()
                .satisfies(only -> assertThat(only.getMessage(Locale.ROOT)).contains("cannot find symbol"));
        assertThat(javac().withProcessors(new LongRunningProcessor())
                        .compile(Sources.source("p.Job", job + " // JobHandler"))
                        .diagnostics())
                .as("a comment names the handler, and uses it not")
                .hasSize(1);
        assertThat(javac().withProcessors(new LongRunningProcessor())
                        .compile(
                                Sources.source("p.Job", job),
                                Sources.source(
                                        "p.Main", "package p; class Main { Object handler = new JobHandler(); }"))
                        .errors())
                .as("who uses the handler has no error")
                .hasSize(1);
    }

    @Test
    void aClassThatAJobExtendsMayBeConcrete() {
        assertThat(told("class Base { " + STATE + STEP + "} @LongRunning class Job extends Base { " + END + "}"))
                .isEmpty();
        assertThat(told("class Base { " + STATE + STEP + "} class Job extends Base {}"))
                .containsExactly("OrphanAnnotation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Job { record Place(Strin at) {} @State Place place; @State java.util.List<Place> more; @BODY@",
                "class Job { static class Order { java.util.List<Lin> lines; } @State java.util.Map<String, Order> by; @BODY@",
                "class Job { static class Order extends Bas {} @State Order order; @BODY@",
                "class Job { record Ref<T>(String key) {} @State Ref<Gone> ref; @BODY@",
                "class Job { @OnStart void start(java.util.Map<String, Requst> event) {} @BODY@",
                "class Job extends Base { @STATE@ @STEP@ @END@ } class Base { @OnStart void start(JobContex job) {} }",
                "class Job extends Base { @STATE@ @END@ } class Base { @Step void step(JobContex job) {} }",
                "class Job { @STATE@ @Stp void step() { done++; } @END@ }",
                "class Job { @Stat int done; @STEP@ @END@ }",
                "class Job { @STATE@ @STEP@ @Terminat boolean isDone() { return done > 9; } }",
                "class Job { @STATE@ @Step void step() { don++; } @END@ }",
                "class Job { @STATE@ @STEP@ @Terminate boolean isDone() { return false && don > 9; } }"
            })
    void aTypingErrorIsTheCompilersAlone(String job) {
        String source = job.replace("@BODY@", BODY.substring(2))
                .replace("@STATE@", STATE)
                .replace("@STEP@", STEP)
                .replace("@END@", END);

        assertThat(told("@LongRunning " + source))
                .singleElement()
                .satisfies(only -> assertThat(only).startsWith("cannot find symbol"));
    }
}

package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Start events that are AWS's own classes, which here are as small as can be. The module that reads them has the real ones. */
class AwsEventsTest {

    private static final String HOME = "com.amazonaws.services.lambda.runtime.events";

    private static final JavaFileObject MODULE = Sources.source("dev.longhaul.events.AwsEvents", """
            package dev.longhaul.events;
            import dev.longhaul.runtime.state.StateReader;
            public final class AwsEvents {
                public static <T> T read(Class<T> type, StateReader in) throws java.io.IOException { return null; }
            }
            """);

    private static final JavaFileObject EVENT = Sources.source(HOME + ".SQSEvent", """
            package @HOME@;
            public class SQSEvent {
                public Object anything;
                @Deprecated public int old;
                public static class SQSMessage { public Object anything; }
            }
            """.replace("@HOME@", HOME));

    private static final JavaFileObject NOTIFICATION = Sources.source(
            HOME + ".models.s3.S3EventNotification",
            "package " + HOME + ".models.s3; public class S3EventNotification { public Object anything; }");

    @Test
    void theHandlerReadsThemByTheirModule() throws Exception {
        Compilation compilation = Sources.compile(
                MODULE, EVENT, job("@OnStart void start(SQSEvent event, JobContext job) {} @State int n;"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("p.JobHandler").orElseThrow().getCharContent(true))
                .contains("""
                            protected void checkEvent(StateReader event) throws IOException {
                                AwsEvents.read(SQSEvent.class, event);
                            }
                        """)
                .contains("""
                                job.start(AwsEvents.read(SQSEvent.class, event), context);
                        """);
    }

    @Test
    void namesakesAreNotMistakenForThem() {
        String take = "@OnStart void start(" + HOME + ".SQSEvent event) {} @State SQSEvent own; @State AwsEvents more;";

        assertThat(Sources.compile(
                                MODULE,
                                EVENT,
                                Sources.source("p.SQSEvent", "package p; public record SQSEvent(int n) {}"),
                                Sources.source("p.AwsEvents", "package p; public record AwsEvents(int n) {}"),
                                Sources.source(
                                        "p.Job",
                                        "package p; import dev.longhaul.annotations.*; @LongRunning class Job {" + take
                                                + END))
                        .errors())
                .isEmpty();
    }

    @Test
    void theClassAboveThatOfABucketIsOne() {
        assertThat(Sources.compile(
                                MODULE,
                                EVENT,
                                NOTIFICATION,
                                job("@OnStart void start(" + HOME
                                        + ".models.s3.S3EventNotification event) {} @State int n;"))
                        .errors())
                .isEmpty();
    }

    @Test
    void withoutTheirModuleAMessageNamesIt() {
        assertThat(errors(EVENT, job("@OnStart void start(SQSEvent event) {} @State int n;")))
                .containsExactly("[StateTypeUnsupported] the start event of start: " + HOME
                        + ".SQSEvent is an event class of AWS's, which the module longhaul-events reads, and that is"
                        + " not in sight. Add dev.longhaul:longhaul-events to the dependencies, and \"requires"
                        + " dev.longhaul.events\" to the module-info where there is one.");
    }

    @Test
    void theyAreNoState() {
        assertThat(errors(MODULE, EVENT, job("@State SQSEvent event; @OnStart void start(SQSEvent.SQSMessage one) {}")))
                .hasSize(2)
                .allMatch(error -> error.contains("java.lang.Object cannot be"));
    }

    @Test
    void aClassThatIsNotThereIsTheCompilersToTell() {
        assertThat(errors(MODULE, EVENT, job("@OnStart void start(" + HOME + ".Gone event) {} @State int n;")))
                .hasSize(1)
                .allMatch(error -> error.contains("cannot find symbol"));
    }

    private static final String END =
            " @State int done; @Step void step() { done++; } @Terminate boolean isDone() { return done > 9; } }";

    private static JavaFileObject job(String members) {
        return Sources.source(
                "p.Job",
                "package p; import dev.longhaul.annotations.*; import dev.longhaul.runtime.JobContext; import " + HOME
                        + ".SQSEvent; @LongRunning class Job { " + members + END);
    }

    private static List<String> errors(JavaFileObject... sources) {
        return javac().withProcessors(new LongRunningProcessor()).compile(sources).errors().stream()
                .map(error -> error.getMessage(Locale.ENGLISH))
                .toList();
    }
}

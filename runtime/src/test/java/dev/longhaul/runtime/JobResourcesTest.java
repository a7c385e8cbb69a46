package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A handler makes the resources of its job once, before the first event, and closes what it has made. */
class JobResourcesTest {

    @Test
    void theyAreMadeWithTheHandlerAndSharedByAllHops() throws Exception {
        List<String> made = new ArrayList<>();
        try (var handler = new Handler(JobResources.madeBy(() -> new Bank(made)))) {
            assertThat(made).containsExactly("made");

            ChainRunner.run(handler, "memory:", "1");
            ChainRunner.run(handler, "memory:", "2");
        }
        assertThat(made).containsExactly("made", "used", "used", "closed");
    }

    @Test
    void thoseThatACallerHasGivenAreTheCallersToClose() throws Exception {
        List<String> used = new ArrayList<>();
        try (var handler = new Handler(JobResources.given(new Bank(used)))) {
            ChainRunner.run(handler, "memory:", "1");
        }
        assertThat(used).containsExactly("made", "used");
    }

    @Test
    @SuppressWarnings("NullAway") // That is what is tried.
    void nullIsNone() {
        assertThatThrownBy(() -> JobResources.given(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a job was given null as its resources");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        List<String> made = new ArrayList<>();
        Handler handler = new Handler(JobResources.madeBy(() -> new Bank(made)));

        handler.close();
        handler.close();

        assertThat(made).containsExactly("made", "closed");
    }

    @Test
    void whatTheirConstructorThrowsIsToldWithTheJob() {
        for (Throwable thrown : List.of(
                new IllegalArgumentException("no BANK_URL"),
                new IOException("no BANK_URL"),
                new NoClassDefFoundError("no BANK_URL"),
                new Throwable("no BANK_URL"))) {
            assertThatThrownBy(() -> new Handler(JobResources.madeBy(() -> {
                        throw thrown;
                    })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The resources of Paying can't be made: %s. Every hop needs them: repair what their constructor"
                                    + " asks for; in a test, give the handler a fake.",
                            thrown)
                    .hasCause(thrown);
        }
    }

    @Test
    void withoutWhatTheJobNeedsOfTheEnvironmentNoneAreMade() throws Exception {
        JobOptions options =
                JobOptions.named("Paying").environment("LONGHAUL_NEVER_SET").build();
        List<String> made = new ArrayList<>();

        assertThatThrownBy(() -> new Handler(options, JobResources.madeBy(() -> new Bank(made))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Paying needs LONGHAUL_NEVER_SET, which");
        assertThatThrownBy(() -> ChainRunner.run(new Handler(options, JobResources.none()), "memory:", "1"))
                .hasMessageStartingWith("Paying needs LONGHAUL_NEVER_SET, which");
        assertThat(made).isEmpty();

        ChainRunner.run(new Handler(options, JobResources.given(new Bank(made))), "memory:", "1");
        assertThat(made).as("whoever gives them knows what they need").containsExactly("made", "used");
    }

    @Test
    void whatTheirEndThrowsIsToldWithTheJob() {
        Handler handler = new Handler(JobResources.madeBy(() -> new Bank(new ArrayList<>()) {
            @Override
            public void close() {
                throw new IllegalStateException("the pool is busy");
            }
        }));

        assertThatThrownBy(handler::close)
                .hasMessage(
                        "The resources of Paying can't be closed: java.lang.IllegalStateException: the pool is busy.")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMachineThatEndsClosesThem() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaving.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var printed = process.getInputStream()) {
            assertThat(new String(printed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("closed" + System.lineSeparator());
        }
        assertThat(process.waitFor()).isZero();
    }

    /** A process that makes a handler, and ends. */
    static final class Leaving {

        private Leaving() {}

        @SuppressWarnings("resource") // Nobody closes it but the machine.
        public static void main(String[] arguments) {
            new Handler(JobResources.madeBy(() -> new Bank(new ArrayList<>()) {
                @Override
                public void close() {
                    System.out.println("closed");
                }
            }));
        }
    }

    /** The resources, which note what is done with them. */
    private static class Bank implements AutoCloseable {

        private final List<String> done;

        Bank(List<String> done) {
            this.done = done;
            done.add("made");
        }

        void use() {
            done.add("used");
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }

    /** What the processor would write for a job that uses its bank once. */
    private static final class Handler extends LongRunningHandler<Optional<Bank>> {

        private final JobResources<?> resources;

        Handler(JobResources<?> resources) {
            this(JobOptions.named("Paying").build(), resources);
        }

        Handler(JobOptions options, JobResources<?> resources) {
            super(options, resources);
            this.resources = resources;
        }

        @Override
        protected Optional<Bank> create() {
            return Optional.of((Bank) resources.get());
        }

        @Override
        protected void step(Optional<Bank> job, JobContext context) {
            job.orElseThrow().use();
        }

        @Override
        protected boolean isDone(Optional<Bank> job, JobContext context) {
            return context.stepNumber() == 1;
        }

        @Override
        protected void writeState(Optional<Bank> job, StateWriter out) throws IOException {
            out.beginObject();
            out.endObject();
        }

        @Override
        protected void readState(Optional<Bank> job, StateReader in) throws IOException {
            in.skip();
        }
    }
}

package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** Warnings that are suppressed by their id, or made errors. */
class WarningsTest {

    private static final String AS_ERRORS = "-Alonghaul.warnings=errors";

    @Test
    void aWarningIsOneByDefault() {
        assertThat(told(job("", ""))).containsExactly("WARNING [StateMissing]");
        assertThat(told(job("", ""), "-Alonghaul.warnings=warnings")).containsExactly("WARNING [StateMissing]");
    }

    @Test
    void aWarningCanBeAnError() {
        assertThat(told(job("", ""), AS_ERRORS)).containsExactly("ERROR [StateMissing]");
    }

    @Test
    void theIdOnTheClassDropsIt() {
        assertThat(told(job("", "@SuppressWarnings(\"StateMissing\")"))).isEmpty();
        assertThat(told(job("", "@SuppressWarnings({\"unchecked\", \"StateMissing\"})")))
                .isEmpty();
    }

    @Test
    void theIdOnAClassAroundItDropsIt() {
        assertThat(told(job("@SuppressWarnings(\"StateMissing\")", ""))).isEmpty();
    }

    @Test
    void theIdOnTheMemberDropsItOrOnTheJobThatInheritsIt() {
        String source = """
                package p;
                import dev.longhaul.annotations.*;
                abstract class Around {
                    boolean last;
                    %s @Terminate boolean isDone() { return last; }
                }
                @LongRunning %s
                class Job extends Around {
                    @State int done;
                    @Step void step() { done++; }
                }
                """;
        String suppress = "@SuppressWarnings(\"TerminateIgnoresProgress\")";

        assertThat(told(source.formatted("", ""))).containsExactly("WARNING [TerminateIgnoresProgress]");
        assertThat(told(source.formatted(suppress, ""))).isEmpty();
        assertThat(told(source.formatted("", suppress))).isEmpty();
    }

    @Test
    void aSuppressedWarningIsNoError() {
        assertThat(told(job("", "@SuppressWarnings(\"StateMissing\")"), AS_ERRORS))
                .isEmpty();
    }

    @Test
    void onlyThatIdIsDropped() {
        for (String token : List.of("longhaul", "all", "HandoffMarginThin", "statemissing")) {
            assertThat(told(job("", "@SuppressWarnings(\"" + token + "\")"))).containsExactly("WARNING [StateMissing]");
        }
    }

    @Test
    void anErrorCannotBeSuppressed() {
        assertThat(told(job("", "@SuppressWarnings(\"TickMillisNotPositive\") ")
                        .replace("@LongRunning", "@LongRunning(tickMillis = 0)")))
                .containsExactly("ERROR [TickMillisNotPositive]", "WARNING [StateMissing]");
    }

    @Test
    void aConstantNamesTheIdToo() {
        assertThat(told(job("", "@SuppressWarnings(Around.IDS)"))).isEmpty();
    }

    private static String job(String onOuter, String onJob) {
        return """
                package p;
                import dev.longhaul.annotations.*;
                %s
                class Around {
                    static final String IDS = "State" + "Missing";
                    @LongRunning %s
                    static class Job {
                        int done;
                        @Step void step() { done++; }
                        @Terminate boolean isDone() { return done > 9; }
                    }
                }
                """.formatted(onOuter, onJob);
    }

    /** All that is told but notes, with javac's own lint, which must not know better what may be suppressed. */
    private static List<String> told(String source, String... options) {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions(
                        Stream.concat(Stream.of("-Xlint:all,-processing,-options,-auxiliaryclass"), Stream.of(options))
                                .toArray())
                .compile(Sources.source("p.Around", source));
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Kind.NOTE)
                .map(diagnostic -> diagnostic.getKind() + " "
                        + diagnostic.getMessage(Locale.ROOT).replaceFirst("(?s)\\].*", "]"))
                .toList();
    }
}

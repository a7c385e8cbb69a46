package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The note that says what a chain of a job can come to. */
class WorstCaseTest {

    @Test
    void everyJobThatCompilesSaysOnceWhatItCanComeTo() {
        assertThat(notes("")).containsExactly("6:1 Plain: at most 96 hops, 24 h, $1.99, 10000 wakes");
    }

    @Test
    void theNoteFollowsTheOptions() {
        assertThat(notes("maxHops = 1")).containsExactly("6:1 Plain: at most 1 hop, 15 min, $0.02, 10000 wakes");
        assertThat(notes("maxHops = 10, memoryMegabytes = 10_240"))
                .containsExactly("6:1 Plain: at most 10 hops, 2.5 h, $1.20, 10000 wakes");
        assertThat(notes("architecture = Architecture.X86_64, name = \"other\""))
                .containsExactly("6:1 other: at most 96 hops, 24 h, $2.49, 10000 wakes");
        assertThat(notes("timeoutMillis = 1_000, safeMillis = 900, tickMillis = 10, maxHops = 7"))
                .anyMatch(note -> note.endsWith("Plain: at most 7 hops, 7 s, $0.00, 10000 wakes"));
    }

    @Test
    void wakesAreRequests() {
        assertThat(notes("maxWakes = 1")).containsExactly("6:1 Plain: at most 96 hops, 24 h, $1.99, 1 wake");
        assertThat(notes("maxHops = 1, maxWakes = 1_000_000"))
                .containsExactly("6:1 Plain: at most 1 hop, 15 min, $0.22, 1000000 wakes");
    }

    @Test
    void aRefusedJobHasNone() {
        assertThat(notes("tickMillis = 0")).isEmpty();
        assertThat(notes("maxCostUsd = 1")).isEmpty();
    }

    private static List<String> notes(String options) {
        Compilation compilation = Templates.compilation(Templates.plain(options));
        return compilation.notes().stream()
                .map(note -> note.getLineNumber() + ":" + note.getColumnNumber() + " " + note.getMessage(Locale.ROOT))
                .toList();
    }
}

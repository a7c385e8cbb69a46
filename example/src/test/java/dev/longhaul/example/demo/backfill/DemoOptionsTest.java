package dev.longhaul.example.demo.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.example.demo.backfill.DemoOptions.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoOptionsTest {

    @TempDir
    Path directory;

    @Test
    void allIsOptional() {
        assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(null, 0, null, -1, 0, 0, false));
    }

    @Test
    void readsAllOptionsInAnyOrder() throws IOException {
        Path log = Files.createFile(directory.resolve("a.log"));

        assertThat(DemoOptions.parse(List.of(
                        "--kill",
                        "3",
                        log.toString(),
                        "--outage",
                        "30",
                        "--pace",
                        "0",
                        "--report",
                        "summary.json",
                        "--stop",
                        "2",
                        "--console")))
                .isEqualTo(new DemoOptions(log, 3, Path.of("summary.json"), 0, 2, 30, true));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("nowhere.log")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nowhere.log can't be read. Give the path of a file.")
                .hasMessageContaining(DemoOptions.USAGE);
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--kill", "often")))
                .hasMessageStartingWith("--kill takes a number from 0 to 1000, not \"often\".");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--pace"))).hasMessageStartingWith("--pace takes a value.");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--speed")))
                .hasMessageStartingWith("\"--speed\" is not understood.");
    }

    @Test
    void theSampleIsTheSameEachTime() throws IOException {
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");
        SampleLog.write(one);
        SampleLog.write(other);

        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(Files.readAllLines(one)).hasSize(SampleLog.LINES);
    }
}

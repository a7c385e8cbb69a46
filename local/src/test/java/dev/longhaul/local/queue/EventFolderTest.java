package dev.longhaul.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFolderTest {

    private static final FunctionConfig FUNCTION = FunctionConfig.builder("fn", "a.Handler")
            .classPath(List.of(Path.of("")))
            .build();

    @TempDir
    Path folder;

    private QueuedEvent event(String id, int runs) {
        Invocation invocation = new Invocation(
                "fn",
                "arn:aws:lambda:us-east-1:000000000000:function:fn:live",
                id,
                1,
                Payload.of("{\"text\":\"grüezi\"}"),
                new Invocation.Headers("Root=1-2-3", Optional.of("tenant-7"), Optional.empty()));
        return new QueuedEvent(invocation, Instant.parse("2026-11-23T10:00:00.5Z"), runs, 0, Optional.empty());
    }

    @Test
    void anEventComesBackAsItWasKept() {
        EventFolder events = new EventFolder(FUNCTION, folder.resolve("fn"));
        assertThat(events.load()).isEmpty();

        events.save(event("r-1", 0));
        events.save(event("r-1", 1));
        events.save(event("r-2", 0));
        events.remove(event("r-2", 0));

        assertThat(new EventFolder(FUNCTION, folder.resolve("fn")).load()).containsExactly(event("r-1", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                   | it is no JSON object",
                "[]                                                   | it is no JSON object",
                "{\"requestId\":\"r-1\"}                              | it has no functionArn.",
                "{\"requestId\":                                      | Unexpected end-of-input",
            })
    void aFileThatCannotBeReadIsNamed(String content, String why) throws Exception {
        Path file = Files.writeString(folder.resolve("r-1.json"), content);

        assertThatThrownBy(() -> new EventFolder(FUNCTION, folder).load())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the queued event " + file + " can't be read: " + why)
                .hasMessageEndingWith(
                        " Delete the file to give the event up; a sweep sends the hop of its chain again.");
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("fn"), "no folder");

        assertThatThrownBy(() -> new EventFolder(FUNCTION, file).save(event("r-1", 0)))
                .hasMessageStartingWith("an event of function fn can't be kept: ");
    }
}

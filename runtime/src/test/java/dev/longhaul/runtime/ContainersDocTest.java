package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on containers knows every option, and its definitions are JSON with commands that are understood. */
class ContainersDocTest {

    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(--[a-z-]+)");

    private final String page = read();

    @Test
    void itKnowsEveryOption() {
        assertThat(OPTION.matcher(MainOptions.USAGE).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(8)
                .allSatisfy(option -> assertThat(page).containsPattern("\\| `" + option + "[ `]"));
    }

    @Test
    void itsCommandsAreUnderstood() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (String definition :
                JSON.matcher(page).results().map(found -> found.group(1)).toList()) {
            commands.addAll(commands(definition));
        }

        assertThat(commands).hasSize(2);
        assertThat(commands)
                .allSatisfy(command -> assertThat(
                                MainOptions.of(command.toArray(String[]::new)).handler())
                        .isEqualTo("com.acme.ReconcilePaymentsHandler"));
    }

    /** Reads a definition to its end. */
    private static List<List<String>> commands(String definition) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(definition)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.START_ARRAY && "command".equals(in.currentName())) {
                    List<String> command = new ArrayList<>();
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        command.add(in.getText());
                    }
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/containers.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code docs/errors.md}, taken apart. */
final class ErrorsDoc {

    private static final Path FILE = Path.of("../docs/errors.md");
    private static final Pattern SECTION = Pattern.compile(
            "^### (\\w+)\n\n```text\n(.*?)```\n\n(.*?)\n\nWrong:\n\n```java\n(.*?)```\n\nRight:\n\n```java\n(.*?)```\n",
            Pattern.MULTILINE | Pattern.DOTALL);

    private final String text;

    private ErrorsDoc(String text) {
        this.text = text;
    }

    static ErrorsDoc read() throws IOException {
        return new ErrorsDoc(Files.readString(FILE));
    }

    /** What the page says of an id. */
    record Section(String id, String message, String why, Example wrong, Example right) {}

    /** A source, whose first line may have options of the compiler, as in {@code // javac -Aname=value}. */
    record Example(String code) {

        List<String> options() {
            return Pattern.compile("^// javac (.*)\n")
                    .matcher(code)
                    .results()
                    .flatMap(match -> Pattern.compile(" ").splitAsStream(match.group(1)))
                    // The folder of the examples.
                    .map(option -> option.replace("=deployed", "=src/test/resources/deployed"))
                    .toList();
        }
    }

    /** The sections of the ids. Whatever else has a heading of their rank fails. */
    List<Section> sections() {
        List<Section> sections =
                SECTION.matcher(text).results().map(ErrorsDoc::section).toList();
        assertThat(sections)
                .as("a section has an id, a message, a reason, and both examples")
                .extracting(Section::id)
                .isEqualTo(Pattern.compile("^### (.*)$", Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList());
        return sections;
    }

    /** Replaces the messages by those that the compiler printed, in the order of the sections. */
    static void rewrite(String id, String message) throws IOException {
        String old = Files.readString(FILE);
        int begin = old.indexOf("```text\n", old.indexOf("### " + id + "\n")) + "```text\n".length();
        Files.writeString(FILE, old.substring(0, begin) + message + old.substring(old.indexOf("```", begin)));
    }

    private static Section section(MatchResult match) {
        return new Section(
                match.group(1),
                match.group(2),
                match.group(3),
                new Example(match.group(4)),
                new Example(match.group(5)));
    }
}

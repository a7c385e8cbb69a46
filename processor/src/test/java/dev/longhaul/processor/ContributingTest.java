package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of where things go: its files are there, and no other has a part in it. */
class ContributingTest {

    private static final Path ROOT = Path.of("..");
    private static final String PROCESSOR = "processor/src/main/java/dev/longhaul/processor/";

    @Test
    void theFilesThatItNamesAreThere() throws IOException {
        for (String paragraph : List.of("An option", "A rule", "A form of state", "A part of the template")) {
            assertThat(named(paragraph))
                    .as(paragraph)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
        }
    }

    @Test
    void anOptionIsInItsFilesAlone() throws IOException {
        assertThat(mentioning("\\bmaxStalledHops\\b"))
                .contains("annotations/src/main/java/dev/longhaul/annotations/LongRunning.java")
                .allMatch(file -> file.endsWith("template/FunctionPart.java") || listed("An option", file));
    }

    @Test
    void aRuleIsInItsFilesAlone() throws IOException {
        Set<String> files = mentioning("\\bHandoffMarginThin\\b|\\bhandoffMarginThin\\b|\\bTimingCheck\\b");
        files.remove(PROCESSOR + "check/TimingCheck.java");

        assertThat(files).hasSize(2).allMatch(file -> listed("A rule", file));
    }

    @Test
    void aFormOfStateIsInItsFilesAlone() throws IOException {
        Set<String> files = mentioning("\\brecord Maybe\\b|\\bShape.Maybe\\b|\\bMaybeMethod\\b");
        files.remove(PROCESSOR + "write/MaybeMethod.java");

        assertThat(files).hasSize(6).allMatch(file -> listed("A form of state", file));
    }

    private static boolean listed(String paragraph, String file) {
        try {
            return named(paragraph).contains(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a paragraph names, those of the processor by their package. */
    private static Set<String> named(String paragraph) throws IOException {
        String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        int begin = text.indexOf("**" + paragraph);
        int end = text.indexOf("\n\n", begin);
        return Pattern.compile("`([\\w/]+/[\\w/.-]+)`")
                .matcher(text.substring(begin, end < 0 ? text.length() : end))
                .results()
                .map(match -> match.group(1))
                .map(file -> file.matches("(model|read|check|problem|write|body|template|form)/.*")
                        ? PROCESSOR + file
                        : file)
                .collect(Collectors.toSet());
    }

    /** The sources of the annotations and of the processor in which a pattern is found. */
    private static Set<String> mentioning(String pattern) throws IOException {
        Pattern word = Pattern.compile(pattern);
        try (Stream<Path> annotations = Files.walk(ROOT.resolve("annotations/src/main"));
                Stream<Path> processor = Files.walk(ROOT.resolve(PROCESSOR))) {
            return Stream.concat(annotations, processor)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> word.matcher(read(file)).find())
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

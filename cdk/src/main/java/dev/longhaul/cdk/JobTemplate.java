package dev.longhaul.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a template as the processor writes it: each parameter and each property has a line of its own. */
final class JobTemplate {

    /** The parameters with the place of the jar, which {@link #withCodeInParameters()} adds. */
    static final String CODE_BUCKET = "CodeBucket";

    static final String CODE_KEY = "CodeKey";

    private static final Pattern SECTION = Pattern.compile("^Parameters:\\n((?: .*\\n|\\n)*)", Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile("^  (\\w+):$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^( +)CodeUri: '?([^'\\n]*)'?$", Pattern.MULTILINE);

    private final Path file;
    private final String text;

    private JobTemplate(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is not there, or is no template that the processor writes
     */
    static JobTemplate read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "There is no template " + file
                            + ". The processor writes it when the job is compiled: build the job first.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + file + " can't be read", e);
        }
        if (!SECTION.matcher(text).find() || !CODE.matcher(text).find()) {
            throw new IllegalArgumentException(file + " is no template that the processor writes: give the file "
                    + "META-INF/longhaul/<job's class>.template.yaml.");
        }
        return new JobTemplate(file, text);
    }

    /**
     * Refuses a parameter that the template has not.
     *
     * @throws IllegalArgumentException with the names that it has
     */
    void requireParameter(String name) {
        Matcher section = SECTION.matcher(text);
        if (section.find()) {
            SortedSet<String> names = PARAMETER
                    .matcher(section.group(1))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!names.contains(name)) {
                throw new IllegalArgumentException(file.getFileName() + " has no parameter " + name + ". It has "
                        + String.join(", ", names) + ".");
            }
        }
    }

    /** The file of the jar that it names; empty where that is an object of S3 already. */
    Optional<Path> jar() {
        return CODE.matcher(text)
                .results()
                .map(found -> found.group(2))
                .filter(uri -> !uri.startsWith("s3://"))
                .map(uri -> file.resolveSibling(uri).normalize())
                .findFirst();
    }

    /** The same template, whose functions find their jar by two parameters more. */
    String withCodeInParameters() {
        String named = CODE.matcher(text).replaceAll(JobTemplate::codeInParameters);
        return named.replaceFirst("(?m)^Parameters:\\n", """
                Parameters:
                  %s:
                    Type: String
                    Description: 'The bucket with the jar.'
                  %s:
                    Type: String
                    Description: 'The key of the jar in it.'
                """.formatted(CODE_BUCKET, CODE_KEY));
    }

    private static String codeInParameters(MatchResult code) {
        String indent = code.group(1);
        return indent + "CodeUri:\n" + indent + "  Bucket: !Ref " + CODE_BUCKET + "\n" + indent + "  Key: !Ref "
                + CODE_KEY;
    }

    /** The text as it is. */
    String text() {
        return text;
    }
}

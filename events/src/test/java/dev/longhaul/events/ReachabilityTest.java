package dev.longhaul.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * AWS's library finds the members of event classes by reflection, so a native image has to be told of them: of all that are in
 * this version of AWS's jars. {@code -Dlonghaul.golden=rewrite} writes the list anew.
 */
class ReachabilityTest {

    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/dev.longhaul/longhaul-events/reachability-metadata.json");
    private static final String ENTRY = "    { \"type\": \"@TYPE@\", \"allDeclaredConstructors\": true,"
            + " \"allDeclaredMethods\": true, \"allDeclaredFields\": true }";

    @Test
    void everyClassThatTheLibraryReadsByReflectionIsListed() throws IOException {
        List<String> types = Stream.of(
                        classes(SQSEvent.class, "com/amazonaws/services/lambda/runtime/events/"),
                        classes(
                                LambdaEventSerializers.class,
                                "com/amazonaws/services/lambda/runtime/serialization/events/mixins/"),
                        List.of("org.joda.time.DateTime"))
                .flatMap(List::stream)
                .toList();
        String expected = types.stream()
                .map(type -> ENTRY.replace("@TYPE@", type))
                .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }

        assertThat(types).contains(SQSEvent.SQSMessage.class.getName());
        assertThat(FILE).hasContent(expected);
    }

    private static List<String> classes(Class<?> one, String under) throws IOException {
        try (JarFile jar = new JarFile(
                one.getProtectionDomain().getCodeSource().getLocation().getPath())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(under) && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .filter(name -> !name.endsWith("Builder"))
                    .sorted()
                    .toList();
        }
    }
}

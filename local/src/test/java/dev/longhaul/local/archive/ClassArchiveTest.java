package dev.longhaul.local.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.functions.Countdown;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @Test
    void aFunctionStartsWithTheArchiveAndTakesItsClassesFromThere(@TempDir Path folder) throws Exception {
        FunctionConfig function = function(Map.of());
        ClassArchive archive = ClassArchive.make(function, Payload.of("1"), folder.resolve("function"));
        Path loaded = folder.resolve("loaded.log");
        // With "on", a JVM that can't use the archive does not start.
        FunctionConfig archived =
                archive.with(function(Map.of("JAVA_TOOL_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + loaded)));

        try (LocalLambda lambda = LocalLambda.start(LocalOptions.defaults())) {
            lambda.create(archived);
            assertThat(lambda.invoke("countdown", Payload.of("0")))
                    .isInstanceOfSatisfying(
                            InvocationResult.Completed.class,
                            done -> assertThat(done.report().status()).isEqualTo(InvocationStatus.SUCCEEDED));
        }

        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(" " + Countdown.class.getName() + " ")
                        && line.contains("shared objects file (top)"));
        assertThat(Files.readAllLines(folder.resolve("function").resolve("java.options")))
                .contains(archive.jvmOption())
                .anyMatch(line -> line.contains(archive.classPath().get(0).toString()));
    }

    @Test
    void thereIsNoArchiveOfAFunctionThatFails(@TempDir Path folder) {
        FunctionConfig function = FunctionConfig.builder("countdown", Countdown.class.getName())
                .classPath(CallerClassPath.of(Countdown.class))
                .memoryMegabytes(256)
                .timeout(Duration.ofSeconds(30))
                .maximumRetryAttempts(0)
                .build();

        assertThatThrownBy(() -> ClassArchive.make(function, Payload.of("\"no number\""), folder.resolve("function")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the function failed, so that there is no archive of its classes");
    }

    private static FunctionConfig function(Map<String, String> environment) {
        return FunctionConfig.builder("countdown", Countdown.class.getName())
                .classPath(CallerClassPath.of(Countdown.class))
                .memoryMegabytes(256)
                .timeout(Duration.ofSeconds(60))
                .environment(environment)
                .build();
    }
}

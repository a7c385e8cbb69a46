package dev.longhaul.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class FunctionConfigTest {

    private static final List<Path> HERE = List.of(Path.of(""));

    @Test
    void hasLambdasDefaults() {
        FunctionConfig config =
                FunctionConfig.builder("fn", "a.Handler").classPath(HERE).build();

        assertThat(config.limits().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.limits().memoryMegabytes()).isEqualTo(128);
        assertThat(config.limits().reservedConcurrency()).isEmpty();
        assertThat(config.events().maximumRetryAttempts()).isEqualTo(2);
        assertThat(config.events().maximumEventAge()).isEqualTo(Duration.ofHours(6));
        assertThat(config.hasQualifier("$LATEST")).isTrue();
        assertThat(config.hasQualifier("live")).isFalse();
    }

    @Test
    void namesTheSettingThatIsWrong() {
        refuses("classPath", settings -> settings.classPath(List.of()));
        refuses("classPath is missing.jar", settings -> settings.classPath(List.of(Path.of("missing.jar"))));
        refuses("timeout", settings -> settings.timeout(Duration.ZERO));
        refuses("timeout", settings -> settings.timeout(Duration.ofMillis(1500)));
        refuses("timeout", settings -> settings.timeout(Duration.ofSeconds(901)));
        refuses("memoryMegabytes is 127", settings -> settings.memoryMegabytes(127));
        refuses("memoryMegabytes is 10241", settings -> settings.memoryMegabytes(10_241));
        refuses("reservedConcurrency", settings -> settings.reservedConcurrency(-1));
        refuses("maximumRetryAttempts is 3", settings -> settings.maximumRetryAttempts(3));
        refuses("maximumEventAge", settings -> settings.maximumEventAge(Duration.ofSeconds(59)));
        refuses("maximumEventAge", settings -> settings.maximumEventAge(Duration.ofHours(7)));
        refuses("aliases is a b", settings -> settings.aliases(Set.of("a b")));
        refuses("variable AWS_REGION is reserved", settings -> settings.environment(Map.of("AWS_REGION", "x")));
        refuses("variable \"9LIVES\"", settings -> settings.environment(Map.of("9LIVES", "x")));
        refuses("take 4097 bytes", settings -> settings.environment(Map.of("BIG", "x".repeat(4094))));
    }

    @Test
    void namesAWrongNameOrHandler() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> FunctionConfig.builder("a b", "H").classPath(HERE).build())
                .withMessage("function setting name is a b: use 1 to 64 letters, digits, hyphens and underscores");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> FunctionConfig.builder("a", " ").classPath(HERE).build())
                .withMessageContaining("handler");
    }

    private static void refuses(String part, UnaryOperator<FunctionConfig.Builder> change) {
        FunctionConfig.Builder builder =
                change.apply(FunctionConfig.builder("fn", "a.Handler").classPath(HERE));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(part);
    }
}

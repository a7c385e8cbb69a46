package dev.longhaul.local;

import dev.longhaul.local.function.RuntimeClient;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class AwsRuntimeClientTest {

    @Nested
    final class Requests extends RequestContract {
        Requests() throws IOException {
            super(RuntimeClient.AWS);
        }
    }

    @Nested
    final class Events extends EventContract {
        Events() throws IOException {
            super(RuntimeClient.AWS);
        }
    }
}

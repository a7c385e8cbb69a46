package dev.longhaul.local;

import dev.longhaul.local.function.RuntimeClient;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

final class PlainJavaRuntimeClientTest {

    @Nested
    final class Requests extends RequestContract {
        Requests() throws IOException {
            super(RuntimeClient.PLAIN_JAVA);
        }
    }

    @Nested
    final class Events extends EventContract {
        Events() throws IOException {
            super(RuntimeClient.PLAIN_JAVA);
        }
    }
}

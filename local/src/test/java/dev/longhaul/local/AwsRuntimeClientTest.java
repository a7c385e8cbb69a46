package dev.longhaul.local;

import dev.longhaul.local.function.RuntimeClient;
import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class AwsRuntimeClientTest extends LocalLambdaContract {
    AwsRuntimeClientTest() throws IOException {
        super(RuntimeClient.AWS);
    }
}

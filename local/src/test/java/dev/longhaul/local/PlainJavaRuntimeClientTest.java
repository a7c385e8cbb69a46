package dev.longhaul.local;

import dev.longhaul.local.function.RuntimeClient;
import java.io.IOException;

final class PlainJavaRuntimeClientTest extends LocalLambdaContract {
    PlainJavaRuntimeClientTest() throws IOException {
        super(RuntimeClient.PLAIN_JAVA);
    }
}

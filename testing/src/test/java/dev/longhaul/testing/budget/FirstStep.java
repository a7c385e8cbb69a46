package dev.longhaul.testing.budget;

import com.amazonaws.services.lambda.runtime.Context;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** A process that ends in the first step of its job, as a cold function begins it. */
final class FirstStep {

    private FirstStep() {}

    /** Its only step ends the process. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
    static class Ending {

        @State
        boolean done;

        @Step
        void step() {
            done = true;
            Runtime.getRuntime().halt(0);
        }

        @Terminate
        boolean done() {
            return done;
        }
    }

    public static void main(String[] args) throws Exception {
        Context context = (Context) Proxy.newProxyInstance(
                FirstStep.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> 900_000;
                    case "getAwsRequestId", "getInvokedFunctionArn" -> "first";
                    default -> null;
                });
        new FirstStep_EndingHandler()
                .handleRequest(
                        new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        context);
        throw new IllegalStateException("the step did not end the process");
    }
}

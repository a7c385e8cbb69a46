package dev.longhaul.local;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.functions.Parent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.Payload;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A local Lambda in a process of its own, with a function that never returns: its log says which processes there are. */
final class LambdaProcess {

    private LambdaProcess() {}

    public static void main(String[] arguments) throws Exception {
        LocalLambda local = LocalLambda.start(LocalOptions.defaults().withListener(event -> {
            if (event instanceof InvocationEvent.Started started) {
                System.out.println("function " + started.pid());
            } else if (event instanceof InvocationEvent.LogLine line) {
                System.out.println(line.text());
            }
        }));
        local.create(FunctionConfig.builder("parent", Parent.class.getName())
                .classPath(CallerClassPath.of(LambdaProcess.class))
                .timeout(Duration.ofMinutes(15))
                .build());
        local.send("parent", Payload.of("{}"));
        new CountDownLatch(1).await();
    }
}

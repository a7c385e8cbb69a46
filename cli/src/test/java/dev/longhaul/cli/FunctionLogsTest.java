package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Payload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A function that can't work is told at once, and its event when Lambda gives it up: nobody waits for ever. */
class FunctionLogsTest {

    private static final long LOOK_NANOS = 20_000_000;

    @TempDir
    Path folder;

    @Command(name = "test")
    private static final class Prints {

        @Mixin
        private final Printing print = new Printing();
    }

    @Test
    void aHandlerThatIsNotThereIsTold() throws Exception {
        StringWriter err = new StringWriter();
        Prints prints = new Prints();
        new CommandLine(prints).setErr(new PrintWriter(err, true));
        LocalFolder local = new LocalFolder(folder);
        try (FunctionLogs logs = new FunctionLogs(local, prints.print, false);
                LocalLambda lambda = LocalLambda.start(LocalOptions.defaults()
                        .withDelays(delay -> delay.dividedBy(6_000))
                        .withListener(logs))) {
            lambda.create(FunctionConfig.builder("Nope", "no.such.Handler")
                    .classPath(CallerClassPath.of(FunctionLogsTest.class))
                    .build());
            lambda.send("Nope", Payload.of("{}"));

            while (logs.lost().isEmpty()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }

            assertThat(logs.lost().get())
                    .isEqualTo("the function Nope has failed each time that it was given an event; its log is "
                            + local.log("Nope"));
            assertThat(err.toString()).contains("longhaul: the function Nope failed: its log is ");
            assertThat(Files.readString(local.log("Nope")))
                    .contains("Class not found: no.such.Handler", "an event was given up");
        }
    }
}

package dev.longhaul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul logs}. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description =
                "Prints the log of a job's function, or the lines of one chain of it: all that its hops have printed.")
final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 1_000;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Parameters(index = "0", paramLabel = "JOB", description = "The job's name.")
    private String job = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "CHAIN", description = "The chain's id. Default: all chains.")
    @Nullable
    private String chain;

    @Option(names = "--function", paramLabel = "NAME", description = "The function's name. Default: the job's.")
    @Nullable
    private String function;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "1h",
            description = "From so long ago on: 90s, 15min, 2h, 7d... Default: ${DEFAULT-VALUE}.")
    private Duration since = Duration.ofHours(1);

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what comes, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--raw", description = "Print the lines as the function printed them.")
    private boolean raw;

    LogsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        String name = function == null ? job : function;
        Instant from = Instant.now().minus(since);
        LogSource source = source(name, from);
        ChainLines lines = new ChainLines(chain);
        while (true) {
            List<LogEvent> events = source.next();
            for (LogEvent event : events) {
                for (LogEvent shown : lines.after(event)) {
                    if (!shown.at().isBefore(from)) {
                        show(name, shown);
                    }
                }
            }
            if (events.isEmpty()) {
                if (!follow) {
                    return ExitCode.OK;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private LogSource source(String name, Instant from) throws IOException {
        if (!connection.isLocal()) {
            return new CloudWatchLog(connection.environment(), "/aws/lambda/" + name, from);
        }
        if (!Files.exists(connection.localFolder().log(name)) && !follow) {
            throw new IOException("there is no log of a function " + name + " in "
                    + connection.localFolder().path() + ". Its first invocation begins it.");
        }
        return new FileLog(connection.localFolder().log(name));
    }

    private void show(String name, LogEvent event) throws IOException {
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("at").text(event.at());
                out.field("stream").string(event.stream());
                out.field("text").string(event.text());
                out.endObject();
            });
        } else if (raw) {
            print.out().println(event.text());
            print.out().flush();
        } else if (!LogText.isFrame(event.text())) {
            print.line(LogText.line(event.at(), name, event.text()));
        }
    }
}

package dev.longhaul.cli;

import dev.longhaul.cli.LocalFolder.Running;
import dev.longhaul.client.ChainClient;
import dev.longhaul.console.Console;
import dev.longhaul.console.ConsoleOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul console}. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        header = "Serves a web page that shows chains and operates them, until Ctrl-C.",
        description = {
            "It listens on 127.0.0.1 alone. Whoever has its address, with the token in it, may do all that it can.",
            "For what \"longhaul run\" runs here, --local prints the address of the console that runs with it."
        })
final class ConsoleCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Parameters(arity = "0..*", paramLabel = "JOB", description = "The names of the jobs whose chains are shown.")
    private List<String> jobs = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Its port on 127.0.0.1. Default: a free one.")
    private int port;

    ConsoleCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Running> running =
                connection.isLocal() ? connection.localFolder().running() : Optional.empty();
        if (running.isPresent()) {
            say(running.get().console());
            return ExitCode.OK;
        }
        if (jobs.isEmpty()) {
            throw new IllegalArgumentException("whose chains? Name the jobs: longhaul console JOB...");
        }
        try (ChainClient client = connection.client();
                Console console = Console.start(
                        ConsoleOptions.of(client, jobs, connection.place()).withPort(port))) {
            say(console.address().toString());
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private void say(String address) throws IOException {
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("console").string(address);
                out.endObject();
            });
        } else {
            print.line("@|bold console|@  " + Texts.plain(address));
        }
    }
}

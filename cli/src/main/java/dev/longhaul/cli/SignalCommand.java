package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul signal}. */
@Command(
        name = "signal",
        mixinStandardHelpOptions = true,
        description = "Sends a chain a signal, which it takes between two steps; one that waits is woken.")
final class SignalCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Mixin
    private JsonInput content = new JsonInput();

    @Parameters(index = "2", paramLabel = "SIGNAL", description = "The name of the job's @OnSignal method.")
    private String name = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What the signal is called: the same id twice is one signal. Default: one is made.")
    @Nullable
    private String id;

    SignalCommand() {}

    @Override
    public Integer call() throws IOException {
        String payload = content.json();
        String called = id == null ? UUID.randomUUID().toString() : id;
        connection.requireFunctions();
        try (ChainClient client = connection.client()) {
            chain.of(client).signal(name, called, payload);
            if (print.isJson()) {
                print.json(out -> {
                    out.beginObject();
                    out.field("chain").string(chain.chain());
                    out.field("signal").string(name);
                    out.field("id").string(called);
                    out.endObject();
                });
            } else {
                print.line("sent the signal " + Texts.plain(name) + " to " + Texts.plain(chain.chain()) + "; its id is "
                        + Texts.plain(called));
            }
            return ExitCode.OK;
        }
    }
}

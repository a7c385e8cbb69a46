package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.ChainView;
import dev.longhaul.runtime.chain.ChainRecord;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code longhaul stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description =
                "Asks a chain to stop; it ends as STOPPED at its next checkpoint, tick or claim, and at once where it waits.")
final class StopCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Option(
            names = {"-r", "--reason"},
            paramLabel = "TEXT",
            defaultValue = "stopped by an operator",
            description = "Why; the chain's failure will say so. Default: ${DEFAULT-VALUE}.")
    private String reason = "";

    StopCommand() {}

    @Override
    public Integer call() throws IOException {
        try (ChainClient client = connection.client()) {
            ChainHandle handle = chain.of(client);
            ChainRecord asked = handle.stop(reason);
            if (print.isJson()) {
                print.json(out -> ChainView.full(asked, null, false, out));
            } else {
                print.line(
                        asked.status().terminal()
                                ? "stopped " + Texts.plain(asked.chainId()) + ", which waited"
                                : "asked " + Texts.plain(asked.chainId()) + " to stop; it is "
                                        + Texts.status(asked.status()) + " until its next checkpoint, tick or claim");
            }
            return ExitCode.OK;
        }
    }
}

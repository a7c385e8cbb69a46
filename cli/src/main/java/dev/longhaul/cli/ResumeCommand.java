package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.ChainView;
import dev.longhaul.runtime.chain.ChainRecord;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code longhaul resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Starts a chain again that FAILED or was STOPPED, from its last checkpoint and with all bounds anew.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Option(
            names = {"-q", "--qualifier"},
            paramLabel = "ALIAS",
            description = "Onto this alias or version of its function: the one in which what failed is repaired.")
    @Nullable
    private String qualifier;

    ResumeCommand() {}

    @Override
    public Integer call() throws IOException {
        connection.requireFunctions();
        try (ChainClient client = connection.client()) {
            ChainHandle handle = chain.of(client);
            ChainRecord resumed = qualifier == null ? handle.resume() : handle.resume(qualifier);
            if (print.isJson()) {
                print.json(out -> ChainView.full(resumed, null, false, out));
            } else {
                print.line(
                        "resumed " + Texts.plain(resumed.chainId()) + " behind " + Texts.count(resumed.steps(), "step")
                                + "; hop " + resumed.hop() + " is on its way to " + Texts.plain(resumed.functionArn()));
            }
            return ExitCode.OK;
        }
    }
}

package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.Swept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code longhaul sweep}. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Finds the chains, of all jobs in the store, whose hop died, and sends it again:"
                + " what the deployed sweeper does every minute.")
final class SweepCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    SweepCommand() {}

    @Override
    public Integer call() throws IOException {
        connection.requireFunctions();
        try (ChainClient client = connection.client()) {
            List<String> log = new ArrayList<>();
            Swept swept = client.sweep(log::add);
            if (print.isJson()) {
                print.json(out -> {
                    out.beginObject();
                    out.field("sent").integer(swept.sent());
                    out.field("woken").integer(swept.woken());
                    out.field("told").integer(swept.told());
                    out.field("claimedMeanwhile").integer(swept.claimedMeanwhile());
                    out.field("notSent").integer(swept.notSent());
                    out.field("givenUp").integer(swept.givenUp());
                    out.field("unreadable").integer(swept.unreadable());
                    out.field("log").beginArray();
                    for (String line : log) {
                        out.raw(line);
                    }
                    out.endArray();
                    out.endObject();
                });
            } else {
                log.forEach(line -> print.line(Texts.plain(LogText.of(line))));
                print.line(swept.sent() + " sent again, " + swept.woken() + " woken, " + swept.told() + " told, "
                        + swept.notSent() + " not sent, " + swept.givenUp()
                        + " given up, " + swept.claimedMeanwhile() + " claimed meanwhile, " + swept.unreadable()
                        + " unreadable");
            }
            return swept.notSent() + swept.unreadable() == 0 ? ExitCode.OK : ExitCode.REFUSED;
        }
    }
}

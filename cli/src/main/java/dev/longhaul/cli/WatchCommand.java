package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code longhaul watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Watches a chain until it ends: its progress, its rate, the time and the dollars to go."
                + " The exit status is 0 where it COMPLETED.")
final class WatchCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "TIME",
            converter = Durations.class,
            description = "At most so long: 90s, 15min, 2h... Default: until it ends.")
    @Nullable
    private Duration timeout;

    @Option(
            names = "--store-only",
            description = "Read the store alone: without the chain's function, which knows its price.")
    private boolean storeOnly;

    WatchCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ChainClient client = connection.client()) {
            return new Watcher(print, !storeOnly).watch(chain.of(client), timeout, false);
        }
    }
}

package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.JobFunction;
import dev.longhaul.runtime.chain.ChainRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts a chain. A second start by the same name is refused.")
final class StartCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private JsonInput event = new JsonInput();

    @Parameters(index = "0", paramLabel = "JOB", description = "The job's name.")
    private String job = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The chain's id from then on. Default: one is made.")
    @Nullable
    private String name;

    @Option(
            names = "--function",
            paramLabel = "NAME",
            description =
                    "The job's function, by name or ARN, with an alias where one is meant. Default: the job's name.")
    @Nullable
    private String function;

    @Option(
            names = {"-w", "--watch"},
            description = "Watch it until it ends.")
    private boolean watch;

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Watch it at most so long: 90s, 15min, 2h...")
    @Nullable
    private Duration timeout;

    StartCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        String input = event.json();
        String id = name == null ? UUID.randomUUID().toString() : name;
        connection.requireFunctions();
        try (ChainClient client = connection.client()) {
            Optional<ChainRecord> there = client.chain(job, id).find();
            if (there.isPresent()) {
                throw new IllegalStateException(refusal(there.get()));
            }
            ChainHandle handle = client.start(new JobFunction(job, function == null ? job : function), id, input);
            if (watch) {
                return new Watcher(print, true).watch(handle, timeout, true);
            }
            if (print.isJson()) {
                print.json(out -> {
                    out.beginObject();
                    out.field("chain").string(handle.chainId());
                    out.field("job").string(handle.job());
                    out.endObject();
                });
            } else {
                print.line("sent the start of @|bold " + Texts.plain(handle.chainId()) + "|@; watch it: longhaul watch "
                        + Texts.plain(job) + ' ' + Texts.plain(id) + (connection.isLocal() ? " --local" : ""));
            }
            return ExitCode.OK;
        }
    }

    private static String refusal(ChainRecord chain) {
        String so =
                "there is a chain " + chain.chainId() + " of " + chain.job() + " already, and it is " + chain.status();
        return switch (chain.status()) {
            case FAILED, STOPPED -> so + ". Start it again with resume, or start another one by another name.";
            case COMPLETED -> so + ". Start another one by another name.";
            default -> so + ". It goes on by itself; watch it.";
        };
    }
}

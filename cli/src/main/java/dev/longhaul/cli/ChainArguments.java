package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import picocli.CommandLine.Parameters;

/** One chain: parameters that the commands share. */
final class ChainArguments {

    @Parameters(index = "0", paramLabel = "JOB", description = "The job's name.")
    private String job = "";

    @Parameters(
            index = "1",
            paramLabel = "CHAIN",
            description = "The chain's id: its name, or the request id of its start.")
    private String chain = "";

    ChainArguments() {}

    ChainHandle of(ChainClient client) {
        return client.chain(job, chain);
    }

    String job() {
        return job;
    }

    String chain() {
        return chain;
    }
}

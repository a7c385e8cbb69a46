package dev.longhaul.cli;

import dev.longhaul.cli.LocalFolder.Running;
import dev.longhaul.client.ChainClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the chains and their functions are: options that the commands share. */
final class Connection {

    @Option(
            names = {"-s", "--store"},
            paramLabel = "URI",
            description =
                    "The store of the chains, as the function has it in LONGHAUL_STORE. Default: this variable here.")
    @Nullable
    private String store;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where AWS's API is, instead of AWS itself: that of a local Lambda.")
    @Nullable
    private String endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS's region. Default: AWS_REGION, or the profile's.")
    @Nullable
    private String region;

    @Option(
            names = {"-l", "--local"},
            description = "The Lambda and the store that \"longhaul run\" runs in this folder.")
    private boolean local;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".longhaul",
            description = "The folder of the local Lambda. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of(".longhaul");

    private final Map<String, String> process;

    Connection() {
        this(System.getenv());
    }

    Connection(Map<String, String> process) {
        this.process = process;
    }

    /** A client of the store; its functions are looked for when they are needed. */
    ChainClient client() throws IOException {
        return ChainClient.of(store(), environment());
    }

    private String store() throws IOException {
        if (store != null) {
            return store;
        }
        if (local) {
            return localFolder()
                    .running()
                    .map(Running::store)
                    .orElseGet(() -> localFolder().ownStore());
        }
        String variable = process.getOrDefault("LONGHAUL_STORE", "");
        if (variable.isBlank()) {
            throw new IllegalArgumentException(
                    "which store? Give --store URI, set LONGHAUL_STORE to what the function has in"
                            + " it, or give --local for what \"longhaul run\" runs here.");
        }
        return variable;
    }

    /** The store, for people: without what may be a password. */
    String place() throws IOException {
        return Texts.withoutQuery(store());
    }

    boolean isLocal() {
        return local;
    }

    LocalFolder localFolder() {
        return new LocalFolder(folder);
    }

    /** The variables that AWS's clients look at. */
    Map<String, String> environment() throws IOException {
        Map<String, String> variables = new HashMap<>(process);
        if (region != null) {
            variables.put("AWS_REGION", region);
        }
        Optional<Running> running = local && endpoint == null ? localFolder().running() : Optional.empty();
        String url = running.map(Running::endpoint).orElse(endpoint);
        if (url != null) {
            variables.put("AWS_ENDPOINT_URL_LAMBDA", url);
            variables.put("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", url);
        }
        if (local || isLoopback(url)) {
            // Never the user's own credentials to something else than AWS.
            variables.keySet().removeIf(name -> name.startsWith("AWS_CONTAINER_CREDENTIALS"));
            variables.put("AWS_ACCESS_KEY_ID", "local");
            variables.put("AWS_SECRET_ACCESS_KEY", "local");
            variables.remove("AWS_SESSION_TOKEN");
            variables.putIfAbsent("AWS_REGION", "us-east-1");
        }
        return variables;
    }

    private static boolean isLoopback(@Nullable String url) {
        return url != null && url.matches("https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?/?");
    }

    /** Throws where a local Lambda is needed and none runs. */
    void requireFunctions() throws IOException {
        if (local && endpoint == null && localFolder().running().isEmpty()) {
            throw new IllegalStateException("no local Lambda runs in "
                    + localFolder().path() + ". Start one in another terminal: longhaul run JAR.");
        }
    }
}

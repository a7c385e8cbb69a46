package dev.longhaul.cli;

import dev.longhaul.cli.template.Template;
import dev.longhaul.cli.template.TemplateFunction;
import dev.longhaul.client.ChainClient;
import dev.longhaul.console.Console;
import dev.longhaul.console.ConsoleOptions;
import dev.longhaul.console.lab.Journal;
import dev.longhaul.console.lab.LocalLab;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A local Lambda with the functions of templates in it, and their sweepers at work. */
final class LocalRun implements AutoCloseable {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

    private static final String STORE = "LONGHAUL_STORE";

    private final LocalLambda lambda;
    private final Journal journal = new Journal();
    private final ScheduledExecutorService schedule;
    private final Map<String, String> environment;
    private final List<Path> code;
    private @Nullable ChainClient client;
    private @Nullable Console console;

    /**
     * Starts a Lambda without functions.
     *
     * @param store the URI of the store that all functions have
     * @param variables of all functions, besides those of their templates
     * @param code of all functions
     */
    LocalRun(int port, String store, Map<String, String> variables, List<Path> code, InvocationListener listener)
            throws IOException {
        this.environment = new HashMap<>(variables);
        this.environment.put(STORE, store);
        this.code = code;
        lambda = LocalLambda.start(LocalOptions.defaults().withPort(port).withListener(journal.and(listener)));
        schedule = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "longhaul-cli-schedule");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Makes the functions of a template. */
    void create(Template template) {
        create(template.job(), template.job().name());
        for (TemplateFunction other : template.others()) {
            String name = template.job().name() + '-' + other.id();
            create(other, name);
            Matcher rate = RATE.matcher(String.valueOf(other.schedule()));
            if (rate.matches()) {
                long minutes = Duration.of(
                                Long.parseLong(rate.group(1)),
                                ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S"))
                        .toMinutes();
                Future<?> unused = schedule.scheduleAtFixedRate(
                        () -> lambda.send(name, Payload.of("{}")), minutes, minutes, TimeUnit.MINUTES);
            }
        }
    }

    private void create(TemplateFunction function, String name) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.putAll(environment);
        FunctionConfig.Builder config = FunctionConfig.builder(name, function.handler())
                .classPath(code)
                .timeout(Duration.ofSeconds(function.size().timeoutSeconds()))
                .memoryMegabytes(function.size().memoryMegabytes())
                .maximumRetryAttempts(function.events().retries())
                .maximumEventAge(Duration.ofSeconds(function.events().ageSeconds()))
                .environment(variables);
        function.size().reservedConcurrency().ifPresent(config::reservedConcurrency);
        lambda.create(config.build());
    }

    /** Serves a console of these jobs' chains, as long as this runs. */
    String console(List<String> jobs, String place) throws IOException {
        client = ChainClient.of(environment.getOrDefault(STORE, ""), callers());
        console = Console.start(ConsoleOptions.of(client, jobs, place).withLab(new LocalLab(lambda, journal)));
        return console.address().toString();
    }

    String endpoint() {
        return lambda.endpoint().toString();
    }

    /** The variables of who calls its functions. */
    Map<String, String> callers() {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_LAMBDA", endpoint());
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        if (console != null) {
            console.close();
        }
        if (client != null) {
            client.close();
        }
        lambda.close();
    }
}

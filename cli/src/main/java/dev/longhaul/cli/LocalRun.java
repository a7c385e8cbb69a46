package dev.longhaul.cli;

import dev.longhaul.cli.schedule.Schedule;
import dev.longhaul.cli.schedule.Schedules;
import dev.longhaul.cli.template.Template;
import dev.longhaul.cli.template.Template.Mapping;
import dev.longhaul.cli.template.TemplateFunction;
import dev.longhaul.cli.template.TemplateFunction.Timer;
import dev.longhaul.client.ChainClient;
import dev.longhaul.console.Console;
import dev.longhaul.console.ConsoleOptions;
import dev.longhaul.console.lab.Journal;
import dev.longhaul.console.lab.LocalLab;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.QueueSource;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A local Lambda with the functions of templates in it, and their sweepers at work. */
final class LocalRun implements AutoCloseable {

    /** EventBridge Scheduler's word for the time of a start. */
    private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

    /** Lambda's own number for a mapping of a small function is lower, and grows. */
    private static final int MOST_MESSAGES_AT_ONCE = 10;

    private static final String STORE = "LONGHAUL_STORE";

    private final LocalLambda lambda;
    private final Journal journal = new Journal();
    private final Schedules schedules;
    private final Map<String, String> environment;
    private final List<Path> code;
    private final @Nullable String failedEvents;
    private final @Nullable String hopQueue;
    private @Nullable ChainClient client;
    private @Nullable Console console;

    /**
     * How its Lambda runs.
     *
     * @param port on loopback; 0 takes a free one
     * @param events the folder where events wait
     * @param failedEvents the URL of the queue that is told of events that were given up, or null
     * @param hopQueue the URL of the queue that feeds the functions whose templates have one, or null
     * @param faster how many times faster than on AWS the waits go by: those of chains, of schedules and of retries
     */
    record Settings(
            int port,
            Path events,
            @Nullable String failedEvents,
            @Nullable String hopQueue,
            int faster) {}

    /**
     * Starts a Lambda without functions.
     *
     * @param store the URI of the store that all functions have
     * @param variables of all functions, besides those of their templates
     * @param code of all functions
     */
    LocalRun(
            Settings settings,
            String store,
            Map<String, String> variables,
            List<Path> code,
            InvocationListener listener)
            throws IOException {
        this.environment = new HashMap<>(variables);
        this.environment.put(STORE, store);
        this.environment.put("LONGHAUL_TIME_SCALE", String.valueOf(settings.faster()));
        this.code = code;
        this.failedEvents = settings.failedEvents();
        this.hopQueue = settings.hopQueue();
        lambda = LocalLambda.start(LocalOptions.defaults()
                .withPort(settings.port())
                .withDelays(delay -> delay.dividedBy(settings.faster()))
                .withEvents(settings.events())
                .withListener(journal.and(listener)));
        schedules = new Schedules(Clock.systemUTC(), settings.faster());
    }

    /** Makes the functions of a template, and starts them by their schedules. */
    void create(Template template) {
        create(template.job(), template.job().name(), template.queue());
        for (TemplateFunction other : template.others()) {
            create(other, template.job().name() + '-' + other.id(), null);
        }
    }

    private void create(TemplateFunction function, String name, @Nullable Mapping mapping) {
        HandlerClass.require(function.handler(), code);
        Map<String, String> variables = new HashMap<>(function.environment());
        if (mapping != null) {
            variables.put("LONGHAUL_CONTINUE", "sqs:" + queueOf(name));
        }
        variables.putAll(environment);
        FunctionConfig.Builder config = FunctionConfig.builder(name, function.handler())
                .classPath(code)
                .timeout(Duration.ofSeconds(function.size().timeoutSeconds()))
                .memoryMegabytes(function.size().memoryMegabytes())
                .maximumRetryAttempts(function.events().retries())
                .maximumEventAge(Duration.ofSeconds(function.events().ageSeconds()))
                .environment(variables);
        function.size().reservedConcurrency().ifPresent(config::reservedConcurrency);
        if (mapping != null) {
            config.queue(new QueueSource(
                    queueOf(name), mapping.batchSize(), mapping.reportsFailures(), MOST_MESSAGES_AT_ONCE));
        }
        if (failedEvents != null) {
            config.onFailure(failedEvents);
        }
        if (function.events().loopAllowed()) {
            config.allowLoops();
        }
        lambda.create(config.build());
        Timer timer = function.timer();
        if (timer != null) {
            schedules.add(
                    Schedule.read(timer.expression()),
                    time -> lambda.send(
                            name,
                            Payload.of(timer.input()
                                    .replace(
                                            SCHEDULED_TIME,
                                            time.truncatedTo(ChronoUnit.SECONDS).toString()))));
        }
    }

    private String queueOf(String name) {
        if (hopQueue == null) {
            throw new IllegalArgumentException(
                    "the template feeds the function " + name + " by a queue, and none is here."
                            + " Name one of a server that speaks as SQS does: --hop-queue URL.");
        }
        return hopQueue;
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
        schedules.close();
        if (console != null) {
            console.close();
        }
        if (client != null) {
            client.close();
        }
        lambda.close();
    }
}

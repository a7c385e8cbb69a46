package dev.longhaul.cli;

import dev.longhaul.cli.LocalFolder.Running;
import dev.longhaul.cli.template.JobTemplates;
import dev.longhaul.cli.template.Template;
import dev.longhaul.cli.template.TemplateFunction.Timer;
import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.JobFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "Runs a local Lambda with the job of a jar in it, by the job's template, until Ctrl-C.",
        description = {
            "The other commands reach it by --local. Its chains stay in the folder, and go on with the next run."
        })
final class RunCommand implements Callable<Integer> {

    private static final int LARGEST_TIME_SCALE = 100_000;

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private JsonInput event = new JsonInput();

    @Parameters(
            arity = "1..*",
            paramLabel = "JAR",
            description = "The jar with the job and all that it needs; or its folder of classes, and jars besides.")
    private List<Path> code = List.of();

    @Option(
            names = {"-j", "--job"},
            paramLabel = "CLASS",
            description = "The job's class, with or without its package. Default: all jobs that are in it.")
    @Nullable
    private String job;

    @Option(names = "--template", paramLabel = "FILE", description = "Another template than the one in the jar.")
    @Nullable
    private Path template;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the template.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the functions, besides those of the template.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = {"-s", "--store"},
            paramLabel = "URI",
            description = "The store of the chains. Default: files in the folder.")
    @Nullable
    private String store;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Its port on 127.0.0.1. Default: a free one.")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".longhaul",
            description = "The folder for its store and its logs. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of(".longhaul");

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many times faster waits go by: those of chains, schedules, sweeps and retries."
                    + " 60 makes a minute of an hour. Steps and timeouts take as long as ever. Default: 1.")
    private int timeScale = 1;

    @Option(
            names = "--failed-events",
            paramLabel = "URL",
            description =
                    "The queue that is told of events that were given up: one of a server that speaks as SQS does.")
    @Nullable
    private String failedEvents;

    @Option(
            names = "--hop-queue",
            paramLabel = "URL",
            description = "The queue that chains go on through, with --parameter Continue=queue: one of a server that"
                    + " speaks as SQS does.")
    @Nullable
    private String hopQueue;

    @Option(
            names = "--start",
            paramLabel = "NAME",
            description = "Start a chain of this name, watch it, and end with it.")
    @Nullable
    private String start;

    @Option(
            names = {"--quiet"},
            description = "Don't print the functions' logs.")
    private boolean quiet;

    RunCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (timeScale < 1 || timeScale > LARGEST_TIME_SCALE) {
            throw new IllegalArgumentException(
                    "--time-scale is " + timeScale + ". Give a whole number from 1 to " + LARGEST_TIME_SCALE + ".");
        }
        Map<String, Template> templates = templates();
        LocalFolder local = new LocalFolder(folder);
        if (local.running().isPresent()) {
            throw new IllegalStateException("a local Lambda runs in " + local.path()
                    + " already. End it, or give this one another folder: --dir.");
        }
        String uri = store == null ? local.ownStore() : store;
        boolean watches = start != null;
        LocalRun.Settings settings = new LocalRun.Settings(port, local.events(), failedEvents, hopQueue, timeScale);
        try (FunctionLogs logs = new FunctionLogs(local, print, !quiet && !watches && !print.isJson());
                LocalRun run = new LocalRun(settings, uri, variables, code, logs)) {
            templates.values().forEach(run::create);
            String console = run.console(jobs(templates), Texts.withoutQuery(uri));
            local.begin(new Running(run.endpoint(), uri, console));
            try {
                if (watches) {
                    print.note("console: " + console);
                    return watched(templates, run, uri, logs);
                }
                return untilInterrupted(templates, run, uri, local, console);
            } finally {
                local.end();
            }
        }
    }

    private Map<String, Template> templates() throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        if (template == null) {
            Path first = code.get(0);
            Map<String, String> all = JobTemplates.in(first);
            if (job != null || all.isEmpty()) {
                Map.Entry<String, String> chosen = JobChoice.of(all, job, first);
                documents.put(chosen.getKey(), chosen.getValue());
            } else {
                documents.putAll(all);
            }
        } else {
            documents.put(template.toString(), Files.readString(template));
        }
        Map<String, Template> templates = new LinkedHashMap<>();
        documents.forEach((name, document) ->
                templates.put(name, Template.read(document, "the template of " + name, parameters)));
        return templates;
    }

    private int watched(Map<String, Template> templates, LocalRun run, String uri, FunctionLogs logs)
            throws IOException, InterruptedException {
        if (templates.size() != 1) {
            throw new IllegalArgumentException("--start starts a chain of one job, and there are " + templates.keySet()
                    + ". Choose one with --job.");
        }
        Template only = templates.values().iterator().next();
        try (ChainClient client = ChainClient.of(uri, run.callers())) {
            ChainHandle handle =
                    client.start(new JobFunction(only.name(), only.job().name()), String.valueOf(start), event.json());
            return new Watcher(print, true, logs::lost).watch(handle, null, true);
        }
    }

    private static List<String> jobs(Map<String, Template> templates) {
        return templates.values().stream().map(each -> each.job().name()).toList();
    }

    private int untilInterrupted(
            Map<String, Template> templates, LocalRun run, String uri, LocalFolder local, String console)
            throws InterruptedException, IOException {
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("endpoint").string(run.endpoint());
                out.field("store").string(uri);
                out.field("console").string(console);
                out.field("jobs").values(jobs(templates));
                out.endObject();
            });
        } else {
            banner(templates, run, uri, local, console);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(local), "longhaul-cli-shutdown"));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private void banner(Map<String, Template> templates, LocalRun run, String uri, LocalFolder local, String console) {
        print.line("@|bold local Lambda|@  " + run.endpoint());
        print.line("@|bold console|@       " + Texts.plain(console));
        print.line("@|bold store|@         " + Texts.plain(Texts.withoutQuery(uri)));
        print.line("@|bold logs|@          " + Texts.plain(local.path() + "/logs"));
        templates.values().forEach(each -> {
            print.line("@|bold function|@      " + Texts.plain(each.job().name()) + ": "
                    + Texts.number(each.job().size().memoryMegabytes()) + " MB, timeout "
                    + Texts.duration(each.job().size().timeoutSeconds() * 1_000L));
            Timer timer = each.job().timer();
            if (timer != null) {
                print.line("@|bold schedule|@      " + Texts.plain(each.job().name() + ": " + timer.expression()));
            }
        });
        if (timeScale > 1) {
            print.line("@|bold time|@          waits, schedules and retries are " + Texts.number(timeScale)
                    + " times shorter than on AWS");
        }
        String name = templates.values().iterator().next().job().name();
        print.line("");
        print.line("In another terminal: @|bold longhaul start " + Texts.plain(name) + " --local --input '{...}'|@");
        print.line("Ctrl-C ends it; chains that have not ended go on with the next run.");
        print.line("");
    }

    private static void forget(LocalFolder local) {
        try {
            local.end();
        } catch (IOException e) {
            // The process that it names is gone: who reads it sees that.
        }
    }
}

package dev.longhaul.cli;

import dev.longhaul.cli.debug.ChainProcess;
import dev.longhaul.cli.template.JobTemplates;
import dev.longhaul.cli.template.Template;
import dev.longhaul.client.ChainClient;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul debug}. */
@Command(
        name = "debug",
        mixinStandardHelpOptions = true,
        header = "Takes the checkpoint of a chain home, and runs the chain on from there in a JVM here.",
        description = {
            "In virtual time, and in memory: nothing is written back to the store, and no function is invoked. What the steps",
            "themselves call, such as databases and services, they call: give the environment for it by --env."
        })
final class DebugCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private ChainArguments chain = new ChainArguments();

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "JAR",
            description = "The jar with the job and all that it needs; or its folder of classes, and jars besides.")
    private List<Path> code = List.of();

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the job's template.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the job, besides those of this shell.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--debugger",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "5005",
            description = "Wait for a debugger on this port of 127.0.0.1 before the first step. Default: 5005.")
    @Nullable
    private Integer debugger;

    @Option(
            names = "--kill-at-every-point",
            description = "Run it once for each point at which it could die, and compare the ends.")
    private boolean kill;

    DebugCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (debugger != null && (debugger < 1 || debugger > LAST_PORT)) {
            throw new IllegalArgumentException(
                    "--debugger is " + debugger + ". Give a port from 1 to " + LAST_PORT + ".");
        }
        String handler = handler();
        HandlerClass.require(handler, code);
        ChainRecord record;
        try (ChainClient client = connection.client()) {
            record = chain.of(client).record();
        }
        print.note(
                "chain " + record.chainId() + " of " + record.job() + " is " + record.status() + ", hop " + record.hop()
                        + ", with " + Texts.count(record.steps(), "step") + " committed; it goes on here in memory");
        ProcessBuilder process = new ProcessBuilder(command(handler))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(variables);
        if (debugger != null) {
            print.note(
                    "attach a debugger to 127.0.0.1:" + debugger + " (in an IDE: Remote JVM Debug); it waits for that");
        }
        Process running = process.start();
        Runtime.getRuntime().addShutdownHook(new Thread(running::destroyForcibly, "longhaul-cli-debug"));
        try (OutputStream in = running.getOutputStream()) {
            in.write(ChainJson.write(record).getBytes(StandardCharsets.UTF_8));
        }
        try {
            return running.waitFor();
        } finally {
            running.destroyForcibly();
        }
    }

    /** The handler of the job, by its template. */
    private String handler() throws IOException {
        Path first = code.get(0);
        for (Map.Entry<String, String> each : JobTemplates.in(first).entrySet()) {
            Template template = Template.read(each.getValue(), "the template of " + each.getKey(), parameters);
            if (template.name().equals(chain.job())) {
                return template.job().handler().split("::", 2)[0];
            }
        }
        throw new IllegalArgumentException(
                first + " has no job " + chain.job() + ". Give the jar with the job, first of all.");
    }

    private List<String> command(String handler) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (debugger != null) {
            command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:" + debugger);
        }
        // The job's own versions of its libraries come first.
        command.add("-cp");
        command.add(
                Stream.concat(code.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path", "")))
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(ChainProcess.class.getName());
        command.add(handler);
        command.add(kill ? ChainProcess.KILL : "run");
        return command;
    }
}

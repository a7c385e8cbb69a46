package dev.longhaul.runtime;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.process.LeftToProcesses;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.queue.ThroughQueue;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import dev.longhaul.runtime.time.Time;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the environment variables, once, and makes what they name. */
final class Startup {

    static final String CONTINUE = "LONGHAUL_CONTINUE";
    static final String SELF = "self";
    static final String NONE = "none";
    static final String QUEUE = "sqs:";
    private static final String MESSAGES = "LONGHAUL_MESSAGES";
    private static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";
    private static final String METRICS = "LONGHAUL_METRICS";
    private static final String NO_METRICS = "none";
    /** What a library reads that finds no back end for its log: the SDK's says so, between the lines of the chains. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";
    /** Set in a Lambda function, and nowhere else. */
    private static final String FUNCTION = "AWS_LAMBDA_RUNTIME_API";
    /** Set by a Lambda on this machine, whose functions share its files. */
    private static final String LOCAL = "LONGHAUL_LOCAL";

    /** By how much a Lambda on this machine shortens the waits of chains. */
    private static final String TIME_SCALE = "LONGHAUL_TIME_SCALE";

    private static final int LARGEST_TIME_SCALE = 100_000;

    private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private Startup() {}

    /** Whether AWS takes a snapshot of the process before its first event. */
    static boolean takesSnapshot(Map<String, String> environment) {
        return environment.getOrDefault(INITIALIZATION, "").equals("snap-start");
    }

    static Surroundings surroundings(Map<String, String> environment) {
        if (System.getProperty(VERBOSITY) == null) {
            System.setProperty(VERBOSITY, "ERROR");
        }
        HopLog log = log(environment);
        CheckpointStore store = CheckpointStores.fromEnvironment(environment);
        if (environment.containsKey(FUNCTION)) {
            requireLasting(environment.getOrDefault(CheckpointStores.VARIABLE, ""), environment);
        }
        if (store.keepsNothing()) {
            log.notice(
                    "LONGHAUL_STORE is payload:, so the chains are not fenced, and can't be stopped, resumed or swept:"
                            + " an event that is delivered twice runs twice.");
        }
        return new Surroundings(
                store, continuation(environment), time(environment), log, graces(environment), Ends.of(environment));
    }

    /** A chain that nothing is sent for may be found at once. */
    private static Graces graces(Map<String, String> environment) {
        return NONE.equals(environment.get(CONTINUE)) ? Graces.STANDARD.withHandoff(0) : Graces.STANDARD;
    }

    private static Time time(Map<String, String> environment) {
        String scale = environment.getOrDefault(TIME_SCALE, "1");
        boolean number = scale.matches("[1-9][0-9]{0,5}") && Integer.parseInt(scale) <= LARGEST_TIME_SCALE;
        if (!number) {
            throw new IllegalArgumentException(TIME_SCALE + " is \"" + scale + "\". Set it to a whole number from 1 to "
                    + LARGEST_TIME_SCALE + ", or leave it out.");
        }
        if (!scale.equals("1") && !environment.containsKey(LOCAL)) {
            throw new IllegalArgumentException(
                    TIME_SCALE + " is " + scale + ", which shortens the waits of chains: that is"
                            + " for demonstrations on a local Lambda. Leave it out.");
        }
        return new SystemTime(Integer.parseInt(scale));
    }

    private static HopLog log(Map<String, String> environment) {
        HopLog log = new HopLog(System.out::println);
        String namespace = environment.getOrDefault(METRICS, "Longhaul");
        if (namespace.isBlank()) {
            throw new IllegalArgumentException(
                    METRICS + " is empty. Set it to a namespace of CloudWatch's, such as Longhaul, or to none.");
        }
        return namespace.equals(NO_METRICS) ? log : log.withMetricsIn(namespace);
    }

    /**
     * Refuses to go on without what a job needs of the environment.
     *
     * @throws IllegalArgumentException when a variable is missing or empty, with the names of all that are
     */
    static void requireVariables(JobOptions options, Map<String, String> environment) {
        List<String> missing = options.environment().stream()
                .filter(name -> environment.getOrDefault(name, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    options.name() + " needs " + String.join(", ", missing)
                            + ", which the environment does not have, or empty. Set them on the function: the job's template has a parameter for each.");
        }
    }

    /**
     * Refuses a store that is gone with the execution environment: the next hop may run in another one, and would not find
     * its chain.
     */
    private static void requireLasting(String uri, Map<String, String> environment) {
        boolean memory = uri.startsWith("memory:");
        boolean temporary = uri.startsWith("file:")
                && !environment.containsKey(LOCAL)
                && isTemporary(Path.of(URI.create(uri)).normalize());
        if (memory || temporary) {
            throw new IllegalArgumentException(CheckpointStores.VARIABLE + " is \"" + uri
                    + "\", which a Lambda function loses with its execution environment, and the next hop may run in"
                    + " another one. Use a store outside the function, such as dynamodb://table.");
        }
    }

    private static boolean isTemporary(Path directory) {
        return directory.startsWith(Path.of("/tmp"))
                || directory.startsWith(
                        Path.of(System.getProperty("java.io.tmpdir")).normalize());
    }

    private static Continuation continuation(Map<String, String> environment) {
        String form = environment.getOrDefault(CONTINUE, SELF);
        if (form.startsWith(QUEUE)) {
            return new ThroughQueue(
                    form.substring(QUEUE.length()),
                    environment.get(FUNCTION_NAME),
                    new SelfInvoke(environment),
                    environment);
        }
        return switch (form) {
            case SELF -> new SelfInvoke(environment);
            case NONE -> new LeftToProcesses();
            default ->
                throw new IllegalArgumentException(CONTINUE + " is \"" + form
                        + "\". Set it to self, by which the function invokes itself; to sqs: and the URL of the queue that"
                        + " feeds it; or to none, by which processes of dev.longhaul.runtime.Main find the chains.");
        };
    }

    /**
     * Whether each message of a queue is an event of its own, and not a batch of them one start event.
     *
     * @throws IllegalArgumentException when the variable that says so has another value
     */
    static boolean takesMessages(Map<String, String> environment) {
        String form = environment.getOrDefault(MESSAGES, "batch");
        if (!form.equals("each") && !form.equals("batch")) {
            throw new IllegalArgumentException(MESSAGES + " is \"" + form
                    + "\". Set it to each, by which every message of a queue is an event of its own; or to batch, or leave it"
                    + " out: then the messages that come together are one start event.");
        }
        return form.equals("each") || environment.getOrDefault(CONTINUE, SELF).startsWith(QUEUE);
    }
}

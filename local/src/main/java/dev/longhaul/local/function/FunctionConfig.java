package dev.longhaul.local.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of a local function, in Lambda's words and ranges. Immutable.
 *
 * @param name of 1 to 64 letters, digits, hyphens and underscores
 * @param code what runs
 * @param limits what an invocation may use
 * @param events what becomes of asynchronous events
 * @param environment variables for the function, 4 KB in all
 * @param aliases names under which the function can be invoked besides {@code $LATEST}; all mean the same code
 * @param queue the queue whose messages are its events, besides those that it is invoked with
 */
public record FunctionConfig(
        String name,
        Code code,
        Limits limits,
        AsyncEvents events,
        Map<String, String> environment,
        Set<String> aliases,
        Optional<QueueSource> queue) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-_]{1,64}");

    /**
     * What runs.
     *
     * @param handler the handler's class, with or without {@code ::handleRequest}
     * @param classPath folders and jars, in order
     * @param bringsClient whether AWS's runtime client is among them, as in a container image of one's own; else it is put
     *     before them
     * @param snapStart whether its processes are told, by CRaC's hooks, of a snapshot that is taken before their first event;
     *     none is taken here
     */
    public record Code(String handler, List<Path> classPath, boolean bringsClient, boolean snapStart) {

        /** Checks both; throws {@link IllegalArgumentException} that names the first wrong one. */
        public Code {
            classPath = List.copyOf(classPath);
            require(!handler.isBlank(), "handler", handler, "give the handler's class name");
            require(!classPath.isEmpty(), "classPath", "empty", "give the folders and jars the handler is in");
            for (Path entry : classPath) {
                require(Files.exists(entry), "classPath", entry, "there is no such file or folder");
            }
        }
    }

    /**
     * What an invocation may use.
     *
     * @param timeout whole seconds, 1 s to 900 s
     * @param memoryMegabytes 128 to 10,240; the heap gets 85 % of it, as on Lambda
     * @param reservedConcurrency how many invocations may run at once; 0 turns the function off; empty: no bound of its own
     * @param loopAllowed whether a chain of invocations may pass the function more than 16 times: {@code RecursiveLoop: Allow}
     * @param initPhase what the init has for itself; one that takes longer goes on at the expense of the timeout
     */
    public record Limits(
            Duration timeout,
            int memoryMegabytes,
            OptionalInt reservedConcurrency,
            boolean loopAllowed,
            Duration initPhase) {

        private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(15);

        /** Checks every limit; throws {@link IllegalArgumentException} that names the first wrong one. */
        public Limits {
            require(!initPhase.isNegative(), "initPhase", initPhase, "use 0 or more");
            require(
                    timeout.compareTo(Duration.ofSeconds(1)) >= 0
                            && timeout.compareTo(LONGEST_TIMEOUT) <= 0
                            && timeout.toNanosPart() == 0,
                    "timeout",
                    timeout,
                    "use whole seconds from 1 to 900");
            require(
                    memoryMegabytes >= 128 && memoryMegabytes <= 10_240,
                    "memoryMegabytes",
                    memoryMegabytes,
                    "use 128 to 10240");
            require(
                    reservedConcurrency.isEmpty() || reservedConcurrency.getAsInt() >= 0,
                    "reservedConcurrency",
                    reservedConcurrency,
                    "use 0 or more, or leave it empty");
        }
    }

    /**
     * What becomes of asynchronous events.
     *
     * @param maximumRetryAttempts how often an event is tried again after a function error, 0 to 2
     * @param maximumEventAge how long an event is kept, 60 s to 6 h
     * @param onFailure the URL of the SQS queue that is told of events that were given up
     */
    public record AsyncEvents(int maximumRetryAttempts, Duration maximumEventAge, Optional<String> onFailure) {

        private static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
        private static final Duration LONGEST_AGE = Duration.ofHours(6);

        /** Checks both; throws {@link IllegalArgumentException} that names the first wrong one. */
        public AsyncEvents {
            require(
                    maximumRetryAttempts >= 0 && maximumRetryAttempts <= 2,
                    "maximumRetryAttempts",
                    maximumRetryAttempts,
                    "use 0 to 2");
            require(
                    maximumEventAge.compareTo(SHORTEST_AGE) >= 0 && maximumEventAge.compareTo(LONGEST_AGE) <= 0,
                    "maximumEventAge",
                    maximumEventAge,
                    "use 60 s to 6 h");
        }
    }

    /** Checks every setting; throws {@link IllegalArgumentException} that names the first wrong one. */
    public FunctionConfig {
        environment = Map.copyOf(environment);
        aliases = Set.copyOf(aliases);
        require(NAME.matcher(name).matches(), "name", name, "use 1 to 64 letters, digits, hyphens and underscores");
        EnvironmentVariables.check(environment);
        for (String alias : aliases) {
            require(FunctionName.isQualifier(alias), "aliases", alias, "use 1 to 128 letters, digits, - and _");
        }
    }

    private static void require(boolean holds, String setting, Object value, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("function setting " + setting + " is " + value + ": " + advice);
        }
    }

    /** Whether the function answers to this qualifier of a name or ARN. */
    public boolean hasQualifier(String qualifier) {
        return qualifier.equals(FunctionName.LATEST) || aliases.contains(qualifier);
    }

    /** Whether an invocation with that trace header is refused, as part of a loop. */
    public boolean forbidsLoop(String traceHeader) {
        return !limits.loopAllowed() && Lineage.isLoop(traceHeader, name);
    }

    /** A builder with Lambda's defaults: timeout 3 s, 128 MB, 2 retries, 6 h, no loops. */
    public static Builder builder(String name, String handler) {
        return new Builder(name, handler);
    }

    /** Collects the settings of a function. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final String handler;
        private List<Path> classPath = List.of();
        private Duration timeout = Duration.ofSeconds(3);
        private int memoryMegabytes = 128;
        private OptionalInt reservedConcurrency = OptionalInt.empty();
        private boolean loopAllowed;
        private Duration initPhase = Duration.ofSeconds(10);
        private int maximumRetryAttempts = 2;
        private Duration maximumEventAge = AsyncEvents.LONGEST_AGE;
        private Optional<String> onFailure = Optional.empty();
        private Map<String, String> environment = Map.of();
        private Set<String> aliases = Set.of();
        private Optional<QueueSource> queue = Optional.empty();
        private boolean snapStart;

        private Builder(String name, String handler) {
            this.name = name;
            this.handler = handler;
        }

        /** Folders and jars with the handler and all it needs, in order; AWS's runtime client is added. */
        public Builder classPath(List<Path> entries) {
            this.classPath = List.copyOf(entries);
            return this;
        }

        /** Its processes begin as with SnapStart: AWS's runtime client calls CRaC's hooks, without a snapshot between them. */
        public Builder snapStart() {
            this.snapStart = true;
            return this;
        }

        /** When an invocation is killed: whole seconds, 1 s to 900 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** 128 to 10,240. */
        public Builder memoryMegabytes(int megabytes) {
            this.memoryMegabytes = megabytes;
            return this;
        }

        /** How many invocations may run at once, 0 or more. */
        public Builder reservedConcurrency(int invocations) {
            this.reservedConcurrency = OptionalInt.of(invocations);
            return this;
        }

        /** A chain of invocations may pass the function as often as it likes, and not 16 times only. */
        public Builder allowLoops() {
            this.loopAllowed = true;
            return this;
        }

        /** What the init has for itself, as Lambda gives it 10 s. */
        public Builder initPhase(Duration time) {
            this.initPhase = time;
            return this;
        }

        /** How often an asynchronous event is tried again, 0 to 2. */
        public Builder maximumRetryAttempts(int attempts) {
            this.maximumRetryAttempts = attempts;
            return this;
        }

        /** How long an asynchronous event is kept, 60 s to 6 h. */
        public Builder maximumEventAge(Duration age) {
            this.maximumEventAge = age;
            return this;
        }

        /** The URL of the SQS queue, or of one that a server here has, to which the record of an event that was given up is sent. */
        public Builder onFailure(String queueUrl) {
            this.onFailure = Optional.of(queueUrl);
            return this;
        }

        /** Variables for the function, on top of those that Lambda sets. */
        public Builder environment(Map<String, String> variables) {
            this.environment = Map.copyOf(variables);
            return this;
        }

        /** Names under which the function can be invoked besides {@code $LATEST}. */
        public Builder aliases(Set<String> names) {
            this.aliases = Set.copyOf(names);
            return this;
        }

        /** The queue whose messages are its events. */
        public Builder queue(QueueSource source) {
            this.queue = Optional.of(source);
            return this;
        }

        /** The settings; throws {@link IllegalArgumentException} that names the first wrong one. */
        public FunctionConfig build() {
            return new FunctionConfig(
                    name,
                    new Code(handler, classPath, false, snapStart),
                    new Limits(timeout, memoryMegabytes, reservedConcurrency, loopAllowed, initPhase),
                    new AsyncEvents(maximumRetryAttempts, maximumEventAge, onFailure),
                    environment,
                    aliases,
                    queue);
        }
    }
}

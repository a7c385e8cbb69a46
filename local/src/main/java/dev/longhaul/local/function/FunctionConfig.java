package dev.longhaul.local.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of a local function, in Lambda's words and ranges. Immutable.
 *
 * @param name of 1 to 64 letters, digits, hyphens and underscores
 * @param handler the handler's class, with or without {@code ::handleRequest}
 * @param classPath folders and jars, in order
 * @param timeout whole seconds, 1 s to 900 s
 * @param memoryMegabytes 128 to 10,240; the heap gets 85 % of it, as on Lambda
 * @param reservedConcurrency how many invocations may run at once; 0 turns the function off; empty: no bound of its own
 * @param maximumRetryAttempts how often an asynchronous event is tried again after a function error, 0 to 2
 * @param maximumEventAge how long an asynchronous event is kept, 60 s to 6 h
 * @param environment variables for the function, 4 KB in all
 * @param aliases names under which the function can be invoked besides {@code $LATEST}; all mean the same code
 */
public record FunctionConfig(
        String name,
        String handler,
        List<Path> classPath,
        Duration timeout,
        int memoryMegabytes,
        OptionalInt reservedConcurrency,
        int maximumRetryAttempts,
        Duration maximumEventAge,
        Map<String, String> environment,
        Set<String> aliases) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-_]{1,64}");
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(15);
    private static final Duration SHORTEST_EVENT_AGE = Duration.ofMinutes(1);
    private static final Duration LONGEST_EVENT_AGE = Duration.ofHours(6);

    /** Checks every setting; throws {@link IllegalArgumentException} that names the first wrong one. */
    public FunctionConfig {
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
        aliases = Set.copyOf(aliases);
        require(NAME.matcher(name).matches(), "name", name, "use 1 to 64 letters, digits, hyphens and underscores");
        require(!handler.isBlank(), "handler", handler, "give the handler's class name");
        require(!classPath.isEmpty(), "classPath", "empty", "give the folders and jars the handler is in");
        for (Path entry : classPath) {
            require(Files.exists(entry), "classPath", entry, "there is no such file or folder");
        }
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
        require(
                maximumRetryAttempts >= 0 && maximumRetryAttempts <= 2,
                "maximumRetryAttempts",
                maximumRetryAttempts,
                "use 0 to 2");
        require(
                maximumEventAge.compareTo(SHORTEST_EVENT_AGE) >= 0 && maximumEventAge.compareTo(LONGEST_EVENT_AGE) <= 0,
                "maximumEventAge",
                maximumEventAge,
                "use 60 s to 6 h");
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

    /** A builder with Lambda's defaults: timeout 3 s, 128 MB, 2 retries, 6 h. */
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
        private int maximumRetryAttempts = 2;
        private Duration maximumEventAge = LONGEST_EVENT_AGE;
        private Map<String, String> environment = Map.of();
        private Set<String> aliases = Set.of();

        private Builder(String name, String handler) {
            this.name = name;
            this.handler = handler;
        }

        /** Folders and jars with the handler and all it needs, in order; AWS's runtime client is added. */
        public Builder classPath(List<Path> entries) {
            this.classPath = List.copyOf(entries);
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

        /** The settings; throws {@link IllegalArgumentException} that names the first wrong one. */
        public FunctionConfig build() {
            return new FunctionConfig(
                    name,
                    handler,
                    classPath,
                    timeout,
                    memoryMegabytes,
                    reservedConcurrency,
                    maximumRetryAttempts,
                    maximumEventAge,
                    environment,
                    aliases);
        }
    }
}

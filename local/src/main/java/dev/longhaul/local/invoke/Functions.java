package dev.longhaul.local.invoke;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The functions of a local Lambda by name. Thread-safe. */
public final class Functions {

    private final Map<String, InvokeTarget> targets = new ConcurrentHashMap<>();
    private final String region;
    private final String accountId;

    /** No functions yet, in one region of one account. */
    public Functions(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    /** Adds a function; throws {@link IllegalArgumentException} where there is one of its name. */
    public void add(InvokeTarget target) {
        String name = target.config().name();
        if (targets.putIfAbsent(name, target) != null) {
            throw new IllegalArgumentException("there is a function " + name + " already: give another name");
        }
    }

    /** Puts a function in the place of the one of its name. */
    public void replace(InvokeTarget target) {
        targets.put(target.config().name(), target);
    }

    /** The function that a name means; empty where there is none, or none with that qualifier. */
    public Optional<InvokeTarget> find(FunctionName name) {
        return Optional.ofNullable(targets.get(name.name()))
                .filter(target ->
                        name.qualifier().map(target.config()::hasQualifier).orElse(true));
    }

    /** The settings of all functions, by name. */
    List<FunctionConfig> all() {
        return new TreeMap<>(targets)
                .values().stream().map(InvokeTarget::config).toList();
    }

    /** The ARN that a name means here, with its qualifier. */
    public String arn(FunctionName name) {
        return name.arn(region, accountId);
    }
}

package dev.longhaul.local.invoke;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.Invoker;
import java.util.function.Consumer;

/**
 * A function that can be invoked.
 *
 * @param config its settings
 * @param invoker runs it while the caller waits
 * @param queue takes an event for later
 */
public record InvokeTarget(FunctionConfig config, Invoker invoker, Consumer<Invocation> queue) {}

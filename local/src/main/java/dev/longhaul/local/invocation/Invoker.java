package dev.longhaul.local.invocation;

/** Runs invocations of one function. Thread-safe. */
@FunctionalInterface
public interface Invoker {

    /** Runs one invocation and waits for its end, at most for its init and timeout. */
    InvocationResult invoke(Invocation invocation) throws InterruptedException;
}

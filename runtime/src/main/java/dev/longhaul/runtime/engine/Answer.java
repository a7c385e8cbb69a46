package dev.longhaul.runtime.engine;

/** What an invocation answers: a hop, or an operation on a chain. */
public sealed interface Answer permits HopAnswer, OperationAnswer {

    /** As JSON. */
    String json();
}

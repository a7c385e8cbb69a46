package dev.longhaul.runtime.engine;

/**
 * What an operator is answered.
 *
 * @param json how the chain stands, or why what was asked for can't be done
 */
public record OperationAnswer(String json) implements Answer {}

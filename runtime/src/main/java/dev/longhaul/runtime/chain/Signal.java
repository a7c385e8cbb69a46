package dev.longhaul.runtime.chain;

/**
 * A message from outside to a living chain.
 *
 * @param name which of the job's {@code @OnSignal} methods takes it
 * @param id what the sender calls it: the same id twice is one signal
 * @param payload its content, as JSON
 */
public record Signal(String name, String id, String payload) {}

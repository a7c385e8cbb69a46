package dev.longhaul.runtime.chain;

/**
 * The committed state of a job.
 *
 * @param json the {@code @State} fields as one JSON object
 * @param schema the fingerprint of the form that the state has in the code that wrote it
 */
public record SavedState(String json, String schema) {}

package dev.longhaul.runtime.chain;

/**
 * Why a chain ended without completing.
 *
 * @param kind what ended it: an exception's class, a bound's name, or {@code StopRequested}
 * @param message what happened and what to do
 */
public record Failure(String kind, String message) {}

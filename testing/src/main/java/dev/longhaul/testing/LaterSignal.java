package dev.longhaul.testing;

import java.time.Duration;

/**
 * A signal that a test sends.
 *
 * @param after the virtual time between the start and the signal
 */
record LaterSignal(String name, String id, String payload, Duration after) {}

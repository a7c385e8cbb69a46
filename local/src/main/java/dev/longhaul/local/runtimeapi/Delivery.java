package dev.longhaul.local.runtimeapi;

import dev.longhaul.local.invocation.Invocation;
import java.time.Instant;

/**
 * An invocation as a runtime client gets it.
 *
 * @param invocation what to run
 * @param deadline when it will be killed
 */
public record Delivery(Invocation invocation, Instant deadline) {}

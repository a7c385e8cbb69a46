/** One OpenTelemetry trace over all hops of a chain. */
@NullMarked
package dev.longhaul.opentelemetry;

import org.jspecify.annotations.NullMarked;

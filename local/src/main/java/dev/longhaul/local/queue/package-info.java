/** The asynchronous side of Lambda: events, their retries, and what becomes of those given up. */
@NullMarked
package dev.longhaul.local.queue;

import org.jspecify.annotations.NullMarked;

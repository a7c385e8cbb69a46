/** Event source mappings: queues whose messages are a function's events. */
@NullMarked
package dev.longhaul.local.mapping;

import org.jspecify.annotations.NullMarked;

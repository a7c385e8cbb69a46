/** What a function is invoked with: a start event, or the continuation of a chain. */
@NullMarked
package dev.longhaul.runtime.event;

import org.jspecify.annotations.NullMarked;

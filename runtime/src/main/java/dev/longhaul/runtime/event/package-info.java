/** What a function is invoked with: a start event, the continuation of a chain, or what an operator wants of one. */
@NullMarked
package dev.longhaul.runtime.event;

import org.jspecify.annotations.NullMarked;

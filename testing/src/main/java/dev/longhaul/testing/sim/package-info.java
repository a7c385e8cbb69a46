/** A world in one process: virtual time, a store and a Lambda that fail on command, one thread at a time. */
@NullMarked
package dev.longhaul.testing.sim;

import org.jspecify.annotations.NullMarked;

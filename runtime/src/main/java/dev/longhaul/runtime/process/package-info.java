/** Runs chains in a process of one's own: in a container, or on a machine. */
@NullMarked
package dev.longhaul.runtime.process;

import org.jspecify.annotations.NullMarked;

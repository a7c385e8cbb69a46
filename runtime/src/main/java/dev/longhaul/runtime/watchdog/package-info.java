/** Decides when a hop has to end, and looks in time. */
@NullMarked
package dev.longhaul.runtime.watchdog;

import org.jspecify.annotations.NullMarked;

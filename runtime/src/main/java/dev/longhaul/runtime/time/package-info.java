/** The clock, the pause and the regular look, in one place that tests can replace. */
@NullMarked
package dev.longhaul.runtime.time;

import org.jspecify.annotations.NullMarked;

/** The ends of chains as events for others. */
@NullMarked
package dev.longhaul.runtime.ends;

import org.jspecify.annotations.NullMarked;

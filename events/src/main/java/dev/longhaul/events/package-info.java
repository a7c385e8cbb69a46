/** AWS's own event classes as start events. */
@NullMarked
package dev.longhaul.events;

import org.jspecify.annotations.NullMarked;

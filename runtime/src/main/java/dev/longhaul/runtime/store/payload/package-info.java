/** A store for chains whose record rides in their events: nothing but Lambda is needed, and little is promised. */
@NullMarked
package dev.longhaul.runtime.store.payload;

import org.jspecify.annotations.NullMarked;

/** Finds the chains whose hop died, and sends it again. */
@NullMarked
package dev.longhaul.runtime.sweep;

import org.jspecify.annotations.NullMarked;

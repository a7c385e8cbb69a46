/** Jobs whose effects can be counted against the truth. */
@NullMarked
package dev.longhaul.proof;

import org.jspecify.annotations.NullMarked;

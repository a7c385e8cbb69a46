/** What steps, checkpoints and hops cost, counted in what does not depend on how fast the machine is. */
@NullMarked
package dev.longhaul.testing.budget;

import org.jspecify.annotations.NullMarked;

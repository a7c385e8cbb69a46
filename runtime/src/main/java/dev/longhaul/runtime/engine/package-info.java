/** Runs one hop of a chain: claim, restore, steps, checkpoints, handoff or end. */
@NullMarked
package dev.longhaul.runtime.engine;

import org.jspecify.annotations.NullMarked;

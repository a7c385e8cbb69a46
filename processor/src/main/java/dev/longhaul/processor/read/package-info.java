/** Reads the source of a job into the model. */
@NullMarked
package dev.longhaul.processor.read;

import org.jspecify.annotations.NullMarked;

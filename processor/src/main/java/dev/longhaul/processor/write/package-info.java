/** Writes the handler of a job, one aspect a class. */
@NullMarked
package dev.longhaul.processor.write;

import org.jspecify.annotations.NullMarked;

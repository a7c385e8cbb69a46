/** What can be wrong with a job, in one voice, and the collection of what is. */
@NullMarked
package dev.longhaul.processor.problem;

import org.jspecify.annotations.NullMarked;

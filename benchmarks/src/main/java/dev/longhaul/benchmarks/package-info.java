/** What the processor adds to a compilation, beside what other processors add. */
@NullMarked
package dev.longhaul.benchmarks;

import org.jspecify.annotations.NullMarked;

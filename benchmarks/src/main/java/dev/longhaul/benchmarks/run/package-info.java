/** What a chain costs while it runs, each time beside the least that the same could cost. */
@NullMarked
package dev.longhaul.benchmarks.run;

import org.jspecify.annotations.NullMarked;

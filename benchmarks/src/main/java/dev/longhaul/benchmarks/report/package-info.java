/** From times to tables. */
@NullMarked
package dev.longhaul.benchmarks.report;

import org.jspecify.annotations.NullMarked;

/** One compilation, in a JVM of its own or in a warm one. */
@NullMarked
package dev.longhaul.benchmarks.compile;

import org.jspecify.annotations.NullMarked;

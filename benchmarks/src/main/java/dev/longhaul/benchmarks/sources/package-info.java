/** The classes that are compiled: one with each tool's own annotation, all of a size. */
@NullMarked
package dev.longhaul.benchmarks.sources;

import org.jspecify.annotations.NullMarked;

/** A job as its source says it: immutable values that know where they came from. */
@NullMarked
package dev.longhaul.processor.model;

import org.jspecify.annotations.NullMarked;

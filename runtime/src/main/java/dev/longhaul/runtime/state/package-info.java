/** The state of a job as JSON: what generated code writes and reads it with, one call a value. */
@NullMarked
package dev.longhaul.runtime.state;

import org.jspecify.annotations.NullMarked;

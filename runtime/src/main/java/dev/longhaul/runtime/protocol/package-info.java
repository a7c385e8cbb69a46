/** The moves of the chain protocol as pure functions from record to record. */
@NullMarked
package dev.longhaul.runtime.protocol;

import org.jspecify.annotations.NullMarked;

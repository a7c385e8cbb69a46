/** The record of a chain: all that is known of one run of a job, as immutable data. */
@NullMarked
package dev.longhaul.runtime.chain;

import org.jspecify.annotations.NullMarked;

/** A job as the engine sees it: its options, and one object of it in one hop. */
@NullMarked
package dev.longhaul.runtime.job;

import org.jspecify.annotations.NullMarked;

/** One line of JSON for each thing that happens to a chain. */
@NullMarked
package dev.longhaul.runtime.log;

import org.jspecify.annotations.NullMarked;

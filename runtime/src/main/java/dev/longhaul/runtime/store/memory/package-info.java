/** The store of one process: {@code memory:}. */
@NullMarked
package dev.longhaul.runtime.store.memory;

import org.jspecify.annotations.NullMarked;

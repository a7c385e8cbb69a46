/** How a chain gets its next hop. */
@NullMarked
package dev.longhaul.runtime.continuation;

import org.jspecify.annotations.NullMarked;

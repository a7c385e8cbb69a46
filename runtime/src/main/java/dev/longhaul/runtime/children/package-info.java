/** The children of a chain: which run, which are to be started, and how the parent learns of their ends. */
@NullMarked
package dev.longhaul.runtime.children;

import org.jspecify.annotations.NullMarked;

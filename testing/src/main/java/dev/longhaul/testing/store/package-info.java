/** The contract that every checkpoint store must keep, for those who write one. */
@NullMarked
package dev.longhaul.testing.store;

import org.jspecify.annotations.NullMarked;

/** Where the records of chains are kept: the interface of a store, and how one is found by its URI. */
@NullMarked
package dev.longhaul.runtime.store;

import org.jspecify.annotations.NullMarked;

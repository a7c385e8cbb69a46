/** The store of several processes on one machine: {@code file:///dir}. */
@NullMarked
package dev.longhaul.runtime.store.file;

import org.jspecify.annotations.NullMarked;

/** The annotation processor: read, check, write. */
@NullMarked
package dev.longhaul.processor;

import org.jspecify.annotations.NullMarked;

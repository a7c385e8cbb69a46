/** What the processor knows of the annotations and the runtime: names only. */
@NullMarked
package dev.longhaul.processor.names;

import org.jspecify.annotations.NullMarked;

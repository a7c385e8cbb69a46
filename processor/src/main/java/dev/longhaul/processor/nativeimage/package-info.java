/** What GraalVM's native image must be told of a job. */
@NullMarked
package dev.longhaul.processor.nativeimage;

import org.jspecify.annotations.NullMarked;

/** The rules about what a job's methods do, read from their source where the compiler shows it. */
@NullMarked
package dev.longhaul.processor.body;

import org.jspecify.annotations.NullMarked;

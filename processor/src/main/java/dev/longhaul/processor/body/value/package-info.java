/** The values of expressions that have only one, whatever the job is doing. */
@NullMarked
package dev.longhaul.processor.body.value;

import org.jspecify.annotations.NullMarked;

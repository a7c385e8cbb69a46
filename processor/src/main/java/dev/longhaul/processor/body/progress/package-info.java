/** Whether the steps of a job change anything that its terminate methods read. */
@NullMarked
package dev.longhaul.processor.body.progress;

import org.jspecify.annotations.NullMarked;

/** The SAM template of a job: what to deploy, as text. */
@NullMarked
package dev.longhaul.processor.template;

import org.jspecify.annotations.NullMarked;

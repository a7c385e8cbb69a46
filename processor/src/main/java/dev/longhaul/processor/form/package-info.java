/** The form in which a job's state is stored, and whether a state of one form can be read as one of another. */
@NullMarked
package dev.longhaul.processor.form;

import org.jspecify.annotations.NullMarked;

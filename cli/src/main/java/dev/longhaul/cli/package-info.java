/** The command line {@code longhaul}: a class for each command. */
@NullMarked
package dev.longhaul.cli;

import org.jspecify.annotations.NullMarked;

/** The process in which a chain is debugged. */
@NullMarked
package dev.longhaul.cli.debug;

import org.jspecify.annotations.NullMarked;

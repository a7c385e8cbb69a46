/** A web page on this machine that shows chains and operates them. */
@NullMarked
package dev.longhaul.console;

import org.jspecify.annotations.NullMarked;

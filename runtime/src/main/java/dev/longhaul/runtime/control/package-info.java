/** What is done to chains from outside: they are asked to stop, and resumed. */
@NullMarked
package dev.longhaul.runtime.control;

import org.jspecify.annotations.NullMarked;

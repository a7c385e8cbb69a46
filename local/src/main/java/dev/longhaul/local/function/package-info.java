/** What a local function is: its settings, its names, and the class path it runs on. */
@NullMarked
package dev.longhaul.local.function;

import org.jspecify.annotations.NullMarked;

/** The Lambda Runtime API, which the runtime client in a function's process talks to. */
@NullMarked
package dev.longhaul.local.runtimeapi;

import org.jspecify.annotations.NullMarked;

/** The runtime client for systems that AWS's own has no native library for; runs in the function's process. */
@NullMarked
package dev.longhaul.local.bootstrap;

import org.jspecify.annotations.NullMarked;

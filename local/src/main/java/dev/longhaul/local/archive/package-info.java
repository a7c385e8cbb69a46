/** Class archives of functions, for cold starts that load no class twice in their lives. */
@NullMarked
package dev.longhaul.local.archive;

import org.jspecify.annotations.NullMarked;

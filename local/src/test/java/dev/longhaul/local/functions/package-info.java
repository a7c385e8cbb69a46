/** Handlers that the tests run in processes of their own. */
@NullMarked
package dev.longhaul.local.functions;

import org.jspecify.annotations.NullMarked;

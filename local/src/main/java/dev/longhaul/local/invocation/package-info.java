/** One invocation as data: what goes in, what comes out, and what is told about it. */
@NullMarked
package dev.longhaul.local.invocation;

import org.jspecify.annotations.NullMarked;

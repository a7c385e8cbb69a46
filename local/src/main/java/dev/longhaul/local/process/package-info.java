/** Execution environments: the JVMs in which functions run, one invocation at a time. */
@NullMarked
package dev.longhaul.local.process;

import org.jspecify.annotations.NullMarked;

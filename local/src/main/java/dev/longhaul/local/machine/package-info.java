/** What the processes of functions have of this machine: the runtime client's files, folders, output, memory. */
@NullMarked
package dev.longhaul.local.machine;

import org.jspecify.annotations.NullMarked;

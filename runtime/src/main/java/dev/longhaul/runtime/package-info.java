/** What a job and its generated handler see of Longhaul. */
@NullMarked
package dev.longhaul.runtime;

import org.jspecify.annotations.NullMarked;

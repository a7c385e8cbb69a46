/** What networks and AWS do to requests, for tests of those who send them. */
@NullMarked
package dev.longhaul.faults;

import org.jspecify.annotations.NullMarked;

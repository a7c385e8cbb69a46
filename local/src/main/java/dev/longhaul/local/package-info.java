/** AWS Lambda on this machine, with real function processes: where to start it and what it tells. */
@NullMarked
package dev.longhaul.local;

import org.jspecify.annotations.NullMarked;

/** What chains cost on Lambda and elsewhere. */
@NullMarked
package dev.longhaul.cli.cost;

import org.jspecify.annotations.NullMarked;

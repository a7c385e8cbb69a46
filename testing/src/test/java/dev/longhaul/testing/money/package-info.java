/** What a chain costs in money, counted by the engine itself in virtual time. */
@NullMarked
package dev.longhaul.testing.money;

import org.jspecify.annotations.NullMarked;

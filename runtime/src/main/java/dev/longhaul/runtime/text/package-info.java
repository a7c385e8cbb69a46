/** Texts of others as they may stand in records, log lines and messages. */
@NullMarked
package dev.longhaul.runtime.text;

import org.jspecify.annotations.NullMarked;

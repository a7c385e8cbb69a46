/** The rules, one family a class. */
@NullMarked
package dev.longhaul.processor.check;

import org.jspecify.annotations.NullMarked;

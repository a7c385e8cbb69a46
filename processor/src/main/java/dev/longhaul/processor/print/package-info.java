/** How problems come to the compiler's output: which, where, and as what. */
@NullMarked
package dev.longhaul.processor.print;

import org.jspecify.annotations.NullMarked;

/** How a method's body can end and with which value, as far as its source alone says it for sure. */
@NullMarked
package dev.longhaul.processor.body.flow;

import org.jspecify.annotations.NullMarked;

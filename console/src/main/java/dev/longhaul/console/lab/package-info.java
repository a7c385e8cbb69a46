/** What a Lambda on this machine shows and does besides, for learning. */
@NullMarked
package dev.longhaul.console.lab;

import org.jspecify.annotations.NullMarked;

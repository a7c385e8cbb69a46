/** HTTP for a page on loopback: who is let in, and how it is answered. */
@NullMarked
package dev.longhaul.console.http;

import org.jspecify.annotations.NullMarked;

/** What the page asks for and what it does, as JSON. */
@NullMarked
package dev.longhaul.console.api;

import org.jspecify.annotations.NullMarked;

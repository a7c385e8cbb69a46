/** Chains from outside: started, watched, stopped and resumed, in any store and with any Lambda. */
@NullMarked
package dev.longhaul.client;

import org.jspecify.annotations.NullMarked;

/** A job that waits for a partner to have an order ready, and then has a series of things done there. */
@NullMarked
package dev.longhaul.example.poll;

import org.jspecify.annotations.NullMarked;

/** Runs the examples on this machine. */
@NullMarked
package dev.longhaul.example.demo;

import org.jspecify.annotations.NullMarked;

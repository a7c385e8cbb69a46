/** Runs the example on this machine: database, local Lambda, progress and summary. */
@NullMarked
package dev.longhaul.example.demo;

import org.jspecify.annotations.NullMarked;

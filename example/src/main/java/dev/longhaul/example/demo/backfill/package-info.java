/** Runs the backfill on this machine: database, local Lambda, progress and summary. */
@NullMarked
package dev.longhaul.example.demo.backfill;

import org.jspecify.annotations.NullMarked;

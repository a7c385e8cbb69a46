/** A job that reads an access log into PostgreSQL, every line exactly once. */
@NullMarked
package dev.longhaul.example.backfill;

import org.jspecify.annotations.NullMarked;

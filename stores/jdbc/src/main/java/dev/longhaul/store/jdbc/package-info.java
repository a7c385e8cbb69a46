/** Keeps the records of chains in PostgreSQL, in the job's own transaction where it wants that. */
@NullMarked
package dev.longhaul.store.jdbc;

import org.jspecify.annotations.NullMarked;

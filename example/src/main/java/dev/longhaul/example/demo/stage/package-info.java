/** What the demos run on: a database, a local Lambda with the job's function, its chain, and the terminal. */
@NullMarked
package dev.longhaul.example.demo.stage;

import org.jspecify.annotations.NullMarked;

/** Runs a job's chains in process and in virtual time, for the tests of whoever wrote the job. */
@NullMarked
package dev.longhaul.testing;

import org.jspecify.annotations.NullMarked;

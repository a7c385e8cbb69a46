/** Keeps the records of chains in an S3 bucket. */
@NullMarked
package dev.longhaul.store.s3;

import org.jspecify.annotations.NullMarked;

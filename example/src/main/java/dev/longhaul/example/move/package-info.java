/** A job that moves the objects of a bucket to another one. */
@NullMarked
package dev.longhaul.example.move;

import org.jspecify.annotations.NullMarked;

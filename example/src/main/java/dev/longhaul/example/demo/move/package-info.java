/** An S3 server on this machine, and objects with all kinds of names. */
@NullMarked
package dev.longhaul.example.demo.move;

import org.jspecify.annotations.NullMarked;

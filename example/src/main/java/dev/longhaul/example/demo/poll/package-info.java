/** Runs the polling on this machine: a partner that takes its time, is away, and calls a webhook. */
@NullMarked
package dev.longhaul.example.demo.poll;

import org.jspecify.annotations.NullMarked;

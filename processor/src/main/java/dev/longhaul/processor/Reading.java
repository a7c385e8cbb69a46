package dev.longhaul.processor;

import dev.longhaul.processor.model.Job;

/** What the reading of a class came to. */
sealed interface Reading {

    /** A job of which all is there, or as much as there will ever be. */
    record Done(Job job) implements Reading {}

    /** Another processor may write what is missing: the class waits for the next round. */
    record Waiting() implements Reading {}

    /** It can't be read, and somebody says why. */
    record Failed() implements Reading {}
}

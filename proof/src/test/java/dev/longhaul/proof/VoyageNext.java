package dev.longhaul.proof;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;

/** The next version of the same job: with one more field, and a little more time for its last steps. */
@LongRunning(
        name = "Voyage",
        timeoutMillis = 12_000,
        safeMillis = 9_500,
        tickMillis = 500,
        maxHops = 10_000,
        maxStalledHops = 100,
        memoryMegabytes = 256)
public class VoyageNext extends Voyage {

    @State
    String version = "next";
}

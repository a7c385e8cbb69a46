package dev.longhaul.runtime.job;

/**
 * What a function's time costs.
 *
 * @param memoryMegabytes the function's memory
 * @param usdPerGigabyteSecond the price of its memory and architecture
 */
public record Price(int memoryMegabytes, double usdPerGigabyteSecond) {

    private static final double USD_PER_REQUEST = 0.20 / 1_000_000;

    /** What so many requests cost that were billed so many milliseconds in all, in US dollars. */
    public double usd(long billedMillis, long requests) {
        return billedMillis / 1_000.0 * memoryMegabytes / 1_024.0 * usdPerGigabyteSecond + requests * USD_PER_REQUEST;
    }
}

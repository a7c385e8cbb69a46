package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.prices.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What a job can come to at most: every hop as long as its timeout, and every wake a request. The time of a wake is billed
 * time of the hops: the runtime counts it towards their sum.
 *
 * @param hops the hops
 * @param wakes the waits without an invocation
 * @param timeout the seconds of a hop
 * @param gigabytes the memory
 * @param usdPerGigabyteSecond the price of it
 * @param usdPerRequest the price of a hop besides
 */
record WorstCase(
        int hops, int wakes, long timeout, double gigabytes, double usdPerGigabyteSecond, double usdPerRequest) {

    static WorstCase of(Options options, Prices prices) {
        return new WorstCase(
                options.maxHops().value(),
                options.maxWakes().value(),
                options.timeoutMillis().value() / 1_000,
                options.memoryMegabytes().value() / 1_024.0,
                prices.usdPerGigabyteSecond(options.architecture().value()),
                prices.usdPerRequest());
    }

    /** The cost in US dollars. */
    double usd() {
        return hops * timeout * gigabytes * usdPerGigabyteSecond + requests() * usdPerRequest;
    }

    private long requests() {
        return (long) hops + wakes;
    }

    /** How the cost is reckoned. */
    String sum() {
        return String.format(
                Locale.ROOT,
                "%d hops x %d s x %.3f GB x $%.10f + %d requests x $%.7f",
                hops,
                timeout,
                gigabytes,
                usdPerGigabyteSecond,
                requests(),
                usdPerRequest);
    }

    /** As its author reads it: {@code at most 96 hops, 24 h, $1.99, 10000 wakes}. */
    String text() {
        return "at most " + hops + (hops == 1 ? " hop, " : " hops, ") + duration() + ", $" + rounded(usd(), 2) + ", "
                + wakes + (wakes == 1 ? " wake" : " wakes");
    }

    private String duration() {
        long seconds = hops * timeout;
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds < 3_600
                ? (seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s")
                : rounded(seconds / 3_600.0, 1) + " h";
    }

    /** What String.format makes of a number, at a fraction of its time: every job has this line. */
    private static String rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}

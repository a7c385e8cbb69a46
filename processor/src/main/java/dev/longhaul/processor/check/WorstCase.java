package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.prices.Prices;
import java.util.Locale;

/**
 * What a job can come to at most: every hop as long as its timeout.
 *
 * @param hops the hops
 * @param seconds the seconds of all hops together
 * @param usd the cost in US dollars
 * @param sum how the cost is reckoned
 */
record WorstCase(int hops, long seconds, double usd, String sum) {

    static WorstCase of(Options options, Prices prices) {
        int hops = options.maxHops().value();
        long timeout = options.timeoutMillis().value() / 1_000;
        double gigabytes = options.memoryMegabytes().value() / 1_024.0;
        double price = prices.usdPerGigabyteSecond(options.architecture().value());
        double usd = hops * (timeout * gigabytes * price + prices.usdPerRequest());
        String sum = String.format(
                Locale.ROOT,
                "%d hops x %d s x %.3f GB x $%.10f + %d requests x $%.7f",
                hops,
                timeout,
                gigabytes,
                price,
                hops,
                prices.usdPerRequest());
        return new WorstCase(hops, hops * timeout, usd, sum);
    }

    /** As its author reads it: {@code at most 96 hops, 24 h, $1.99}. */
    String text() {
        return String.format(
                Locale.ROOT, "at most %d %s, %s, $%.2f", hops, hops == 1 ? "hop" : "hops", duration(), usd);
    }

    private String duration() {
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds < 3_600
                ? (seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s")
                : String.format(Locale.ROOT, "%.1f h", seconds / 3_600.0);
    }
}

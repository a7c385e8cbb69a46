package dev.longhaul.processor.prices;

import dev.longhaul.processor.model.Architecture;
import java.util.Map;

/**
 * Lambda's prices in a region.
 *
 * @param region the region
 * @param date the day on which they were looked up, as {@code 2026-11-23}
 * @param gigabyteSecond US dollars a gigabyte-second, by architecture
 * @param usdPerRequest US dollars a request
 */
public record Prices(String region, String date, Map<Architecture, Double> gigabyteSecond, double usdPerRequest) {

    /** The price of an architecture. */
    public double usdPerGigabyteSecond(Architecture architecture) {
        Double price = gigabyteSecond.get(architecture);
        if (price == null) {
            throw new IllegalArgumentException("there is no price for the architecture " + architecture);
        }
        return price;
    }
}

package dev.longhaul.processor.check;

import java.util.Map;

/**
 * Lambda's prices.
 *
 * @param gigabyteSecond US dollars a gigabyte-second, by architecture
 * @param usdPerRequest US dollars a request
 */
public record Prices(Map<String, Double> gigabyteSecond, double usdPerRequest) {

    private static final Prices US_EAST_1 =
            new Prices(Map.of("ARM64", 0.0000133334, "X86_64", 0.0000166667), 0.20 / 1_000_000);

    /** Those of us-east-1, as of November 2026. */
    public static Prices standard() {
        return US_EAST_1;
    }

    /** The price of an architecture. */
    public double usdPerGigabyteSecond(String architecture) {
        Double price = gigabyteSecond.get(architecture);
        if (price == null) {
            throw new IllegalArgumentException("there is no price for the architecture " + architecture);
        }
        return price;
    }
}

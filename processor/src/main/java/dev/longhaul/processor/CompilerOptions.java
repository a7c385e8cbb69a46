package dev.longhaul.processor;

import dev.longhaul.processor.prices.PriceList;
import dev.longhaul.processor.prices.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code -Alonghaul.*} says.
 *
 * @param template whether a template is written
 * @param prices the prices of the region
 * @param code where the function's jar is, seen from the template's folder
 * @param complaints what is wrong with the options, and what to do; a wrong one has its default
 */
record CompilerOptions(boolean template, Prices prices, String code, List<String> complaints) {

    static final String TEMPLATE = "longhaul.template";
    static final String REGION = "longhaul.region";
    static final String CODE = "longhaul.code";

    /** {@code target/function.jar}, seen from where Maven's compiler writes the template. */
    private static final String STANDARD_CODE = "../../../function.jar";

    static final Set<String> NAMES = Set.of(TEMPLATE, REGION, CODE);

    static CompilerOptions of(Map<String, String> options) {
        List<String> complaints = new ArrayList<>();
        String template = value(options, TEMPLATE, "on");
        if (!template.equals("on") && !template.equals("off")) {
            complaints.add("-A" + TEMPLATE + " is \"" + template + "\", and is on or off. Use one of them.");
        }
        PriceList prices = PriceList.read();
        String region = value(options, REGION, PriceList.STANDARD_REGION);
        Optional<Prices> ofRegion = prices.of(region);
        if (ofRegion.isEmpty()) {
            complaints.add(
                    "-A" + REGION + " is \"" + region + "\", and the prices of that region are not known. Use one of "
                            + String.join(", ", prices.regions()) + ".");
        }
        return new CompilerOptions(
                !template.equals("off"),
                ofRegion.orElseGet(prices::standard),
                value(options, CODE, STANDARD_CODE),
                List.copyOf(complaints));
    }

    /** An option that is there without a value is as one that is not there. */
    private static String value(Map<String, String> options, String name, String standard) {
        String value = options.get(name);
        return value == null || value.isBlank() ? standard : value.strip();
    }
}

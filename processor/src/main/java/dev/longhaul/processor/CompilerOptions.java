package dev.longhaul.processor;

import dev.longhaul.processor.form.Deployed;
import dev.longhaul.processor.form.FormException;
import dev.longhaul.processor.prices.PriceList;
import dev.longhaul.processor.prices.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -Alonghaul.*} says.
 *
 * @param template whether a template is written
 * @param warningsAreErrors whether a warning fails the compilation
 * @param prices the prices of the region
 * @param code where the function's jar is, seen from the template's folder
 * @param deployed the forms of the state that deployed versions store, or null where nobody says
 * @param complaints what is wrong with the options, and what to do; a wrong one has its default
 */
record CompilerOptions(
        boolean template,
        boolean warningsAreErrors,
        Prices prices,
        String code,
        @Nullable Deployed deployed,
        List<String> complaints) {

    static final String TEMPLATE = "longhaul.template";
    static final String WARNINGS = "longhaul.warnings";
    static final String REGION = "longhaul.region";
    static final String CODE = "longhaul.code";
    static final String DEPLOYED = "longhaul.deployed";

    /** {@code target/function.jar}, seen from where Maven's compiler writes the template. */
    private static final String STANDARD_CODE = "../../../function.jar";

    private static final String PREFIX = "longhaul.";

    static final Set<String> NAMES = Set.of(TEMPLATE, WARNINGS, REGION, CODE, DEPLOYED);

    /** Whether an option is one of Longhaul's, right or wrong. */
    static boolean isOurs(String option) {
        return option.startsWith(PREFIX);
    }

    static CompilerOptions of(Map<String, String> options) {
        List<String> complaints = new ArrayList<>(unknown(options));
        String template = choice(options, TEMPLATE, "on", "off", complaints);
        String warnings = choice(options, WARNINGS, "warnings", "errors", complaints);
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
                warnings.equals("errors"),
                ofRegion.orElseGet(prices::standard),
                value(options, CODE, STANDARD_CODE),
                deployed(value(options, DEPLOYED, ""), complaints),
                List.copyOf(complaints));
    }

    private static @Nullable Deployed deployed(String folder, List<String> complaints) {
        if (folder.isEmpty()) {
            return null;
        }
        try {
            return Deployed.read(folder);
        } catch (FormException e) {
            complaints.add("-A" + DEPLOYED + " is " + e.getMessage() + ". Name the folder with the *" + Deployed.ENDING
                    + " files of the version that is deployed, or leave the option out.");
            return null;
        }
    }

    private static List<String> unknown(Map<String, String> options) {
        return new TreeSet<>(options.keySet())
                .stream()
                        .filter(name -> isOurs(name) && !NAMES.contains(name))
                        .map(name -> "-A" + name + " is none of Longhaul's options. Use one of "
                                + String.join(", ", new TreeSet<>(NAMES)) + ".")
                        .toList();
    }

    private static String choice(
            Map<String, String> options, String name, String standard, String other, List<String> complaints) {
        String value = value(options, name, standard);
        if (!value.equals(standard) && !value.equals(other)) {
            complaints.add(
                    "-A" + name + " is \"" + value + "\", and is " + standard + " or " + other + ". Use one of them.");
        }
        return value;
    }

    /** An option that is there without a value is as one that is not there. */
    private static String value(Map<String, String> options, String name, String standard) {
        String value = options.get(name);
        return value == null || value.isBlank() ? standard : value.strip();
    }
}

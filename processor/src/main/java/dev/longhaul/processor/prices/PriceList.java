package dev.longhaul.processor.prices;

import dev.longhaul.processor.model.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The prices of all regions that the processor knows. Immutable. */
public final class PriceList {

    /** The region whose prices count where none is named. */
    public static final String STANDARD_REGION = "us-east-1";

    private static final String FILE = "prices.properties";
    private static final String REQUESTS = ".requests";

    private final Properties entries;

    private PriceList(Properties entries) {
        this.entries = entries;
    }

    /** Reads the data file that comes with the processor. */
    public static PriceList read() {
        Properties entries = new Properties();
        try (InputStream file = PriceList.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the processor's jar has no " + FILE + ". Use an unchanged jar.");
            }
            entries.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
        return new PriceList(entries);
    }

    /** The names of the known regions, in order. */
    public List<String> regions() {
        TreeSet<String> regions = new TreeSet<>();
        for (String key : entries.stringPropertyNames()) {
            if (key.endsWith(REQUESTS)) {
                regions.add(key.substring(0, key.length() - REQUESTS.length()));
            }
        }
        return List.copyOf(regions);
    }

    /** The prices of a region, or nothing where it is unknown. */
    public Optional<Prices> of(String region) {
        String requests = entries.getProperty(region + REQUESTS);
        if (requests == null) {
            return Optional.empty();
        }
        return Optional.of(new Prices(
                region,
                entry("date"),
                Arrays.stream(Architecture.values())
                        .collect(Collectors.toMap(each -> each, each -> number(region + "." + each))),
                Double.parseDouble(requests) / 1_000_000));
    }

    /** The prices of {@value #STANDARD_REGION}. */
    public Prices standard() {
        return of(STANDARD_REGION)
                .orElseThrow(() -> new IllegalStateException(FILE + " has no prices of " + STANDARD_REGION));
    }

    private double number(String key) {
        return Double.parseDouble(entry(key));
    }

    private String entry(String key) {
        String value = entries.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " has no entry " + key);
        }
        return value;
    }
}

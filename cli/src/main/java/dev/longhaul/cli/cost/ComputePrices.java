package dev.longhaul.cli.cost;

import dev.longhaul.processor.model.Architecture;
import dev.longhaul.processor.prices.PriceList;
import dev.longhaul.processor.prices.Prices;
import dev.longhaul.runtime.job.JobOptions.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What work costs on Lambda, on its Managed Instances, on Fargate and on EC2. Immutable. */
public final class ComputePrices {

    private static final String FILE = "compute-prices.properties";
    private static final double MILLIS = 1_000;
    private static final double SECONDS_AN_HOUR = 3_600;
    /** The sizes of a task on Fargate in vCPU, with the least and the most gigabytes. */
    private static final double[][] TASKS = {{0.25, 0.5, 2}, {0.5, 1, 4}, {1, 2, 8}, {2, 4, 16}, {4, 8, 30}, {8, 16, 60}
    };

    private final Properties entries;
    private final PriceList lambda;

    private ComputePrices(Properties entries, PriceList lambda) {
        this.entries = entries;
        this.lambda = lambda;
    }

    /** Reads the data files. */
    public static ComputePrices read() {
        Properties entries = new Properties();
        try (InputStream file = ComputePrices.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar has no " + FILE + ". Use an unchanged jar.");
            }
            entries.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
        return new ComputePrices(entries, PriceList.read());
    }

    /** The region of the prices that are no Lambda's. */
    public String region() {
        return entry("region");
    }

    /** Which prices these are, and of when. */
    public String source(String lambdaRegion) {
        return "on demand, Lambda in " + lambdaRegion + " as of "
                + inRegion(lambdaRegion).date() + ", the others in " + region() + " as of " + entry("date");
    }

    /**
     * Lambda's price of some memory.
     *
     * @throws IllegalArgumentException when the region's prices are not known
     */
    public Price lambda(String region, Architecture architecture, int memoryMegabytes) {
        return new Price(memoryMegabytes, inRegion(region).usdPerGigabyteSecond(architecture));
    }

    private Prices inRegion(String region) {
        return lambda.of(region)
                .orElseThrow(() -> new IllegalArgumentException("the prices of the region " + region
                        + " are not known. Known are: " + String.join(", ", lambda.regions()) + "."));
    }

    /**
     * What work costs everywhere, the cheapest first.
     *
     * @param region Lambda's region
     * @throws IllegalArgumentException when its prices are not known
     */
    public List<Estimate> of(Work work, String region) {
        List<Estimate> all = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            all.add(onLambda(work, region, architecture));
            all.add(onFargate(work, architecture));
            onMachine(work, architecture, all);
        }
        all.sort((a, b) -> Double.compare(a.usd(), b.usd()));
        return all;
    }

    private Estimate onLambda(Work work, String region, Architecture architecture) {
        double millis = work.millis() + (double) work.hops() * work.overheadMillis();
        double usd = lambda(region, architecture, work.memoryMegabytes()).usd(Math.round(millis), work.hops());
        return new Estimate(
                "Lambda " + name(architecture),
                work.memoryMegabytes() + " MB, " + work.hops() + (work.hops() == 1 ? " hop" : " hops"),
                usd,
                millis / MILLIS);
    }

    private Estimate onFargate(Work work, Architecture architecture) {
        double[] task = task(work);
        double gigabytes = Math.max(task[1], Math.ceil(work.gigabytes()));
        double hourly = task[0] * number("fargate." + architecture + ".vcpuHour")
                + gigabytes * number("fargate." + architecture + ".gigabyteHour");
        return timed(
                work,
                "Fargate " + name(architecture),
                String.format(Locale.ROOT, "%s vCPU, %s GB", plain(task[0]), plain(gigabytes)),
                hourly,
                0);
    }

    private static double[] task(Work work) {
        for (double[] task : TASKS) {
            if (task[0] >= Math.min(work.vcpu(), TASKS[TASKS.length - 1][0]) && task[2] >= work.gigabytes()) {
                return task;
            }
        }
        return TASKS[TASKS.length - 1];
    }

    private void onMachine(Work work, Architecture architecture, List<Estimate> all) {
        String prefix = "ec2." + architecture + '.';
        String best = null;
        double hourly = Double.MAX_VALUE;
        for (String key : entries.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                String[] parts = entry(key).split(" ", -1);
                double price = Double.parseDouble(parts[2]);
                boolean fits = Double.parseDouble(parts[0]) >= work.vcpu() * 0.999
                        && Double.parseDouble(parts[1]) >= work.gigabytes();
                if (fits && price < hourly) {
                    best = key.substring(prefix.length());
                    hourly = price;
                }
            }
        }
        if (best == null) {
            return;
        }
        double requests = new Price(0, 0).usd(0, work.hops());
        all.add(timed(work, "EC2 " + name(architecture), best, hourly, 0));
        all.add(timed(
                work,
                "Managed Instances " + name(architecture),
                best,
                hourly * (1 + number("managedInstances.fee")),
                requests));
    }

    private Estimate timed(Work work, String place, String what, double hourly, double besides) {
        double seconds = Math.max(number("leastSeconds"), work.millis() / MILLIS);
        return new Estimate(place, what, hourly * seconds / SECONDS_AN_HOUR + besides, seconds);
    }

    private static String name(Architecture architecture) {
        return architecture == Architecture.ARM64 ? "arm64" : "x86";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
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

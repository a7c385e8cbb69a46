package dev.longhaul.client;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions.Price;
import dev.longhaul.runtime.protocol.Bounds;
import dev.longhaul.runtime.protocol.Spent;
import java.util.List;

/**
 * What a chain's function knows of it besides its record.
 *
 * @param costUsd what the chain has cost so far, in US dollars
 * @param memoryMegabytes the memory that the job has declared
 * @param usdPerGigabyteSecond what a gigabyte-second of its function costs
 * @param timing the times of its invocations
 * @param bounds how much of each bound is used, since the chain's start or since it was resumed last
 */
public record FunctionView(
        double costUsd, int memoryMegabytes, double usdPerGigabyteSecond, Timing timing, List<Bound> bounds) {

    /** Copies the bounds. */
    public FunctionView {
        bounds = List.copyOf(bounds);
    }

    /**
     * The times of an invocation, in milliseconds.
     *
     * @param safeMillis the hop is handed off as soon as less than this remains
     * @param tickMillis how often the watchdog looks
     * @param timeoutMillis the declared timeout of the function
     */
    public record Timing(long safeMillis, long tickMillis, long timeoutMillis) {}

    /**
     * One bound.
     *
     * @param name its option: {@code maxHops}
     * @param used how much of it is used
     * @param of how much of it there is
     */
    public record Bound(String name, double used, double of) {}

    /**
     * What the function would answer of a chain by now; nobody is asked. The chain may be another one of the same function.
     *
     * @param now the present time in milliseconds of the epoch
     */
    public FunctionView at(ChainRecord chain, long now) {
        Price price = new Price(memoryMegabytes, usdPerGigabyteSecond);
        Spent all = Spent.inAll(chain, now);
        Spent spent = Spent.sinceResumed(chain, now);
        return new FunctionView(
                price.usd(all.billedMillis(), all.claims()),
                memoryMegabytes,
                usdPerGigabyteSecond,
                timing,
                bounds.stream().map(each -> at(each, chain, spent, price)).toList());
    }

    private Bound at(Bound bound, ChainRecord chain, Spent spent, Price price) {
        return switch (bound.name()) {
            case "maxHops" -> new Bound(bound.name(), spent.hops(), bound.of());
            case "invocations" -> new Bound(bound.name(), spent.claims(), Bounds.mostClaims(maxHops(), spent.waits()));
            case "maxWakes" -> new Bound(bound.name(), spent.waits(), bound.of());
            case "maxStalledHops" -> new Bound(bound.name(), chain.stalledHops(), bound.of());
            case "maxDurationMillis" -> new Bound(bound.name(), spent.durationMillis(), bound.of());
            case "maxCostUsd" -> new Bound(bound.name(), price.usd(spent.billedMillis(), spent.claims()), bound.of());
            default -> bound;
        };
    }

    private int maxHops() {
        return bounds.stream()
                .filter(each -> each.name().equals("maxHops"))
                .mapToInt(each -> (int) each.of())
                .findFirst()
                .orElse(0);
    }
}

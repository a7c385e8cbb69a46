package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proof.Harbor.Weight;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real day, in short or in full: many chains at once in real processes on two stores, with steps that work, throw, hang and
 * leave things behind, while processes are killed and stopped, servers restarted and cut off, chains stopped and resumed,
 * versions deployed, and events doubled, lost and refused. At the end each effect is counted against the truth.
 */
class SoakTest {

    private static final int LONGEST_EVENT = 300;
    private static final int LONGEST_TRACE = 256;
    /** Of a record without a large state, with a full history. */
    private static final int LARGEST_RECORD = 8_192;
    /** A process that has run so many hops tells whether it grows. */
    private static final int HOPS_OF_A_PROCESS = 6;

    private static final long GROWTH = 6_000_000;

    /** Its timeouts are watched by a pool that fills up as calls are made. */
    private static final int THREADS_OF_THE_SDK = 12;

    /** For so long, a chain that waits for its children may hear of them by itself. */
    private static final long PILOT_MILLIS = 2_000;

    private static final Pattern RESULT =
            Pattern.compile("\\{\"sum\":(-?\\d+),\"letters\":\\[(.*)],\"tenders\":(\\d+)}");

    private static final Duration BEGIN = Duration.ofMinutes(2);

    private static final Duration TELL = Duration.ofMinutes(1);

    private long toldAt = System.nanoTime();

    @TempDir
    Path folder;

    @Test
    void everyEffectIsMadeOnceWhateverTheDayBrings() throws Exception {
        Plan plan = Plan.fromProperties();
        System.out.println("soak: to replay it: " + plan.replay());
        try (Fleet fleet = new Fleet(plan, folder);
                Weather weather = new Weather(fleet)) {
            try {
                weather.sweep();
                begin(fleet);
                weather.begin(plan.troubles());
                Awaiting.until("all chains have completed", plan.longest(), () -> look(fleet, weather));
                int again = check(fleet, plan);
                System.out.printf(
                        "soak: seed %d, %d chains of %d legs, %s, %d calls disturbed, %d letters; %s;"
                                + " %d calls were made again; %s%n",
                        plan.seed(),
                        plan.chains(),
                        plan.legs(),
                        weather.figures(),
                        fleet.disturbed.get(),
                        fleet.mail.size(),
                        fleet.lookout.figures(),
                        again,
                        hops(fleet));
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        e.getMessage() + "\nso far: " + weather.figures() + "; " + fleet.lookout.figures()
                                + fleet.lookout.standing() + fleet.lookout.unfinished()
                                + "\nreplay it: " + plan.replay(),
                        e);
            }
        }
    }

    /** All at once; the local Lambda starts as many processes at a time as the machine bears. */
    private static void begin(Fleet fleet) throws Exception {
        for (Route route : fleet.routes) {
            for (String chain : route.chains()) {
                fleet.start(route, chain);
            }
        }
        for (Route route : fleet.routes) {
            for (String chain : route.chains()) {
                Awaiting.until(
                        chain + " has begun",
                        BEGIN,
                        () -> route.store()
                                .read(Route.JOB, chain)
                                .filter(record -> record.steps() > 0 || record.hop() > 0)
                                .isPresent());
            }
        }
    }

    /** Whether all chains have completed; one that was stopped is resumed. */
    private boolean look(Fleet fleet, Weather weather) {
        assertThat(fleet.lookout.wrong()).isEmpty();
        if (System.nanoTime() - toldAt > TELL.toNanos()) {
            toldAt = System.nanoTime();
            System.out.println("soak: " + LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " "
                    + weather.figures() + fleet.lookout.standing());
        }
        boolean completed = true;
        for (Route route : fleet.routes) {
            for (String chain : route.chains()) {
                Optional<ChainRecord> record = read(route, chain);
                record.ifPresent(fleet.lookout::see);
                ChainStatus status = record.map(ChainRecord::status).orElse(ChainStatus.RUNNING);
                completed &= status == ChainStatus.COMPLETED;
                record.filter(now -> now.status() == ChainStatus.WAITING
                                && System.currentTimeMillis() - now.updatedAt() > PILOT_MILLIS)
                        .ifPresent(now -> weather.sendPilot(route, now));
                if (status == ChainStatus.FAILED || status == ChainStatus.STOPPED) {
                    ChainRecord ended = record.orElseThrow();
                    assertThat(String.valueOf(ended.failure()))
                            .as(() -> ChainJson.write(ended) + "\n" + String.join("\n", fleet.lookout.lines(chain)))
                            .contains("StopRequested");
                    weather.resume(route, chain);
                }
            }
        }
        return completed;
    }

    private static Optional<ChainRecord> read(Route route, String chain) {
        try {
            return route.store().read(Route.JOB, chain);
        } catch (StoreException e) {
            // Away for a while.
            return Optional.empty();
        }
    }

    /** Counts all effects against the truth; how many calls were made again. */
    private static int check(Fleet fleet, Plan plan) throws Exception {
        int again = 0;
        for (Route route : fleet.routes) {
            boolean database = route.environment().containsKey(Voyage.DATABASE);
            for (String chain : route.chains()) {
                Map<Boolean, List<Integer>> legs = IntStream.range(0, plan.legs())
                        .boxed()
                        .collect(Collectors.partitioningBy(
                                leg -> Leg.of(plan.seed(), chain, leg, database) == Leg.CARGO));
                ChainRecord record = route.store().read(Route.JOB, chain).orElseThrow();
                checkResult(fleet, chain, record, plan);
                assertThat(ChainJson.write(record).length())
                        .as("the record of %s", chain)
                        .isLessThan(LARGEST_RECORD);
                assertThat(fleet.harbor.called(chain))
                        .as("the calls of %s", chain)
                        .isEqualTo(legs.get(false));
                assertThat(fleet.cargo(chain)).as("the rows of %s", chain).isEqualTo(legs.get(true));
                again += fleet.harbor.check(chain, legs.get(false));
                again += checkChildren(fleet, route, chain);
            }
        }
        assertThat(fleet.longestEvent.get()).as("the longest event").isLessThan(LONGEST_EVENT);
        assertThat(fleet.longestTrace.get()).as("the longest trace header").isLessThanOrEqualTo(LONGEST_TRACE);
        fleet.harbor.weights().stream().collect(Collectors.groupingBy(Weight::pid)).values().stream()
                .filter(process -> process.size() >= HOPS_OF_A_PROCESS)
                .forEach(SoakTest::checkGrowth);
        return again;
    }

    private static void checkResult(Fleet fleet, String chain, ChainRecord record, Plan plan) {
        Matcher result = RESULT.matcher(String.valueOf(record.result()));
        assertThat(result.matches())
                .as("the result of %s: %s", chain, record.result())
                .isTrue();
        assertThat(result.group(1)).as("the sum of %s", chain).isEqualTo(sum(plan.legs()));
        fleet.mail.check(
                chain,
                Arrays.stream(result.group(2).split(","))
                        .filter(letter -> !letter.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
        assertThat(result.group(3)).as("the tenders of %s", chain).isEqualTo(Integer.toString(Voyage.TENDERS));
    }

    /** Each child has run, and made each of its calls under one key; how many of them were made again. */
    private static int checkChildren(Fleet fleet, Route route, String chain) {
        int again = 0;
        for (int tender = 0; tender < Voyage.TENDERS; tender++) {
            String child = chain + "/tender-" + tender;
            List<Integer> trips = IntStream.range(0, Tender.TRIPS).boxed().toList();
            assertThat(route.store().read(Route.CHILD, child).orElseThrow().result())
                    .as("the result of %s", child)
                    .isEqualTo(Integer.toString(tender));
            assertThat(fleet.harbor.called(child)).as("the calls of %s", child).isEqualTo(trips);
            again += fleet.harbor.check(child, trips);
        }
        return again;
    }

    /** What a process holds stays the same from its third hop on. */
    private static void checkGrowth(List<Weight> hops) {
        List<Weight> warm = hops.subList(2, hops.size());
        long before = median(warm.subList(0, warm.size() / 2));
        long after = median(warm.subList(warm.size() / 2, warm.size()));
        assertThat(after - before)
                .as("the growth of a process over %d hops: %s", hops.size(), hops)
                .isLessThan(GROWTH);
        assertThat(hops.get(hops.size() - 1).threads())
                .as("the threads of a process: %s", hops)
                .isLessThanOrEqualTo(hops.get(0).threads() + THREADS_OF_THE_SDK);
    }

    private static long median(List<Weight> hops) {
        List<Long> heaps = new ArrayList<>(hops.stream().map(Weight::heap).toList());
        Collections.sort(heaps);
        return heaps.get(heaps.size() / 2);
    }

    private static String sum(int legs) {
        return Long.toString(IntStream.range(0, legs).asLongStream().reduce(0, (sum, n) -> sum * 31 + n));
    }

    private static String hops(Fleet fleet) {
        List<Integer> hops = fleet.routes.stream()
                .flatMap(route -> route.chains().stream()
                        .map(chain -> route.store()
                                        .read(Route.JOB, chain)
                                        .orElseThrow()
                                        .hop()
                                + 1))
                .sorted()
                .toList();
        return "hops " + hops.get(0) + " to " + hops.get(hops.size() - 1) + ", "
                + hops.stream().mapToInt(Integer::intValue).sum() + " in all; "
                + fleet.harbor.weights().stream()
                        .collect(Collectors.groupingBy(Weight::pid, Collectors.counting()))
                        .values()
                        .stream()
                        .max(Long::compare)
                        .orElse(0L)
                + " hops in one process at most";
    }
}

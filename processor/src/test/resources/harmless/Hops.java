package harmless;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.io.*;
import java.math.BigDecimal;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Jobs that look as if they lost something from hop to hop, waited too long, or ended too soon, and do not. */
class Hops {
    record Order(List<String> ids, int limit, String region) {}

    interface Shop {
        List<String> after(String id);

        void send(String id);

        int open();
    }

    static final Shop SHOP = null;

    @LongRunning
    static class ClientThatIsMadeWhenItIsNeeded {
        private Shop shop;
        @State String cursor = "";

        @OnStart void start() { shop = SHOP; }

        @Step void step() {
            if (shop == null) shop = SHOP;
            cursor = shop.after(cursor).stream().findFirst().orElse(null);
        }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class MakesItAnewInAHelper {
        private Shop shop;
        @State String cursor = "";

        @OnStart void start() { shop(); }

        private Shop shop() {
            if (shop == null) shop = SHOP;
            return shop;
        }

        @Step void step() { cursor = shop().after(cursor).get(0); }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class OnlyTheStartUsesIt {
        private String region;
        @State String cursor = "";

        @OnStart void start(Order order) {
            region = order.region();
            cursor = region + "/";
        }

        @Step void step() { cursor = SHOP.after(cursor).get(0); }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class LooksWhetherItIsThere {
        private Instant started;
        @State int sent;

        @OnStart void start() { started = Instant.now(); }

        @Step void step() {
            sent++;
            if (started != null) System.out.println(Duration.between(started, Instant.now()));
        }

        @Terminate boolean isDone() { return sent > 9; }
    }

    @LongRunning
    static class RefillsItself {
        private final Deque<String> page = new ArrayDeque<>();
        @State String cursor = "";

        @OnStart void start(Order order) { page.addAll(order.ids()); }

        @Step void step() {
            if (page.isEmpty()) page.addAll(SHOP.after(cursor));
            cursor = page.poll();
        }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class FilledByAnotherObject {
        private final List<String> page = new ArrayList<>();
        @State int at;

        @OnStart void start(Order order) { page.addAll(order.ids()); }

        @Step void step() {
            Collections.addAll(page, "a", "b");
            SHOP.send(page.get(at++));
        }

        @Terminate boolean isDone() { return at > 9; }
    }

    @LongRunning
    static class TellsTheFirstHopFromOthers {
        private boolean firstHop;
        @State int sent;

        @OnStart void start() { firstHop = true; }

        @Step void step() {
            sent++;
            if (firstHop && sent == 1) System.out.println("begins");
        }

        @Terminate boolean isDone() { return sent > 99; }
    }

    @LongRunning
    static class ConstantOfTheConstructor {
        private final List<String> regions;
        @State int at;

        ConstantOfTheConstructor() { regions = List.of("eu", "us"); }

        @OnStart void start(Order order) { at = regions.indexOf(order.region()); }

        @Step void step() { SHOP.send(regions.get(at++)); }

        @Terminate boolean isDone() { return at >= regions.size(); }
    }

    @LongRunning
    static class StateThatTheStartFills {
        @State List<String> left = new ArrayList<>();
        @State int limit = 10;

        @OnStart void start(Order order) {
            left.addAll(order.ids());
            limit = order.limit();
        }

        @Step void step() { SHOP.send(left.remove(left.size() - 1)); }

        @Terminate boolean isDone() { return left.isEmpty() || left.size() < limit; }
    }

    @LongRunning
    static class StaticThatEveryEnvironmentHas {
        private static final Map<String, String> CACHE = new ConcurrentHashMap<>();
        @State int at;

        @OnStart void start(Order order) { CACHE.put("region", order.region()); }

        @Step void step() { SHOP.send(CACHE.computeIfAbsent("region", key -> "eu") + at++); }

        @Terminate boolean isDone() { return at > 9; }
    }

    @LongRunning
    static class AnswersOfTheLastStep {
        private List<String> found = List.of("");
        @State int rounds;

        @Step void step() {
            rounds++;
            found = SHOP.after("");
        }

        @Terminate boolean isDone() { return found.isEmpty(); }
    }

    @LongRunning
    static class EmptyAnswersInARow {
        private int empty;
        @State int rounds;

        @Step void step() {
            rounds++;
            if (SHOP.after("").isEmpty()) {
                empty++;
            } else {
                empty = 0;
            }
        }

        @Terminate boolean isQuiet() { return empty >= 3; }
    }

    @LongRunning
    static class EmptyAnswersInOneExpression {
        private int empty;
        @State int rounds;

        @Step void step() {
            rounds++;
            empty = SHOP.open() == 0 ? empty + 1 : 0;
        }

        @Terminate boolean isQuiet() { return empty >= 3; }
    }

    @LongRunning
    static class BufferInTheHop {
        private final Deque<String> buffer = new ArrayDeque<>();
        @State boolean last;
        @State String cursor = "";

        @Step void step() {
            if (buffer.isEmpty()) {
                buffer.addAll(SHOP.after(cursor));
                last = buffer.size() < 100;
            }
            cursor = buffer.poll();
        }

        @Terminate boolean isDone() { return last && buffer.isEmpty(); }
    }

    @LongRunning
    static class CountsForTheLog {
        private int inThisHop;
        private static final AtomicLong TOTAL = new AtomicLong();
        @State int sent;

        @Step void step() {
            sent++;
            inThisHop++;
            System.out.println(inThisHop + " of " + TOTAL.incrementAndGet());
        }

        @Terminate boolean isDone() { return sent > 99; }
    }

    @LongRunning
    static class MemoOfTheEnd {
        private final Map<Integer, Boolean> answers = new HashMap<>();
        @State int at;

        @Step void step() { at++; }

        @Terminate boolean isDone() { return answers.computeIfAbsent(at, n -> SHOP.open() < n); }
    }

    @LongRunning
    static class ResetByTheHelper {
        private int tries;
        @State int at;

        @Step void step() {
            try {
                SHOP.send("" + at);
                next();
            } catch (IllegalStateException e) {
                tries++;
            }
        }

        private void next() {
            at++;
            tries = 0;
        }

        @Terminate boolean isDone() { return at > 99 || tries > 5; }
    }

    @LongRunning
    static class AtomicThatIsReset {
        private final AtomicInteger misses = new AtomicInteger();
        @State int at;

        @Step void step() {
            if (SHOP.open() > at++) misses.set(0);
            else misses.incrementAndGet();
        }

        @Terminate boolean isDone() { return misses.get() > 3; }
    }

    @LongRunning
    static class CountsInTheStateToo {
        private int count;
        @State int saved;

        @Step void step() {
            if (count == 0) count = saved;
            count++;
            saved = count;
        }

        @Terminate boolean isDone() { return count > 99; }
    }

    @LongRunning
    static class TimeForTheStepAlone {
        private final long hopBegan = System.nanoTime();
        @State int sent;

        @Step void step() {
            if (System.nanoTime() - hopBegan < 1_000_000_000L) sent++;
            else sent += 2;
        }

        @Terminate boolean isDone() { return sent > 99; }
    }

    @LongRunning
    static class TimeOfTheObjectAgainstASavedOne {
        private final Instant hopBegan = Instant.now();
        @State Instant until = Instant.parse("2030-01-01T00:00:00Z");
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return hopBegan.isAfter(until); }
    }

    @LongRunning
    static class SavedTime {
        @State Instant begun = Instant.now();
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return Instant.now().isAfter(begun.plus(Duration.ofHours(2))); }
    }

    @LongRunning
    static class ClockThatIsHeld {
        private final Clock clock = Clock.systemUTC();
        @State Instant until = Instant.parse("2030-01-01T00:00:00Z");
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return clock.instant().isAfter(until); }
    }

    @LongRunning
    static class TimeOfEachStep {
        private long lastStep = System.currentTimeMillis();
        @State int looks;

        @Step void step() {
            looks++;
            lastStep = System.currentTimeMillis();
        }

        @Terminate boolean isStuck() { return System.currentTimeMillis() - lastStep > 60_000; }
    }

    @LongRunning
    static class EmptyUntilItHasBegun {
        @State List<String> left = new ArrayList<>();
        @State boolean begun;

        @Step void step() {
            if (!begun) left.addAll(SHOP.after(""));
            else left.remove(0);
            begun = true;
        }

        @Terminate boolean isDone() { return begun && left.isEmpty(); }
    }

    @LongRunning
    static class FilledWhereItIsMade {
        @State Deque<Integer> left = new ArrayDeque<>();

        FilledWhereItIsMade() { IntStream.range(0, 9).forEach(left::add); }

        @Step void step() { left.pop(); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class FilledInABlock {
        @State Map<String, Integer> left = new HashMap<>();

        {
            left.put("a", 3);
        }

        @Step void step() { left.computeIfPresent("a", (key, n) -> n > 1 ? n - 1 : null); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class FilledByAHelperOfTheStart {
        @State String cursor;

        @OnStart void start(Order order) { begin(order); }

        private void begin(Order order) { cursor = order.region(); }

        @Step void step() { cursor = SHOP.after(cursor).stream().findFirst().orElse(null); }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class FilledByTheEnd {
        @State List<String> left = new ArrayList<>();

        @Step void step() { left.clear(); }

        @Terminate boolean isDone() {
            if (left.isEmpty()) left.addAll(SHOP.after(""));
            return left.isEmpty();
        }
    }

    abstract static class Filled {
        @State List<String> left = new ArrayList<>();

        @OnStart void start(Order order) { left.addAll(order.ids()); }

        abstract void one(String id);

        @Step void step() { one(left.remove(0)); }
    }

    @LongRunning
    static class FilledByTheClassAbove extends Filled {
        @Override void one(String id) { SHOP.send(id); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class GivenToALoader {
        @State List<String> left = new ArrayList<>();

        @OnStart void start(Order order) { Loader.load(this); }

        static class Loader {
            static void load(GivenToALoader job) { job.left.add("a"); }
        }

        @Step void step() { left.remove(0); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class CountUntilZeroComesBack {
        @State int slot;

        @OnStart void start() { slot = 1; }

        @Step void step() { slot = (slot + 1) % 24; }

        @Terminate boolean isDone() { return slot == 0; }
    }

    @LongRunning
    static class RecordThatKnowsItsEnd {
        record Window(int from, int to) {
            boolean isEmpty() { return from >= to; }

            Window next() { return new Window(from + 1, to); }
        }

        @State Window window = new Window(0, 10);

        @Step void step() { window = window.next(); }

        @Terminate boolean isDone() { return window.isEmpty(); }
    }

    @LongRunning
    static class SleepsAMoment {
        @State int polls;

        @Step void step() throws InterruptedException {
            Thread.sleep(1_000L << Math.min(polls++, 5));
            TimeUnit.SECONDS.sleep(5);
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class AnotherThreadSleeps {
        @State int polls;

        @Step void step() {
            Thread watcher = new Thread(() -> {
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            watcher.setDaemon(true);
            watcher.start();
            polls++;
            watcher.interrupt();
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class SleepsOnlyWhereItIsSwitchedOn {
        static final boolean SLOW = false;

        @State int polls;

        @Step void step() throws InterruptedException {
            polls++;
            if (SLOW) Thread.sleep(900_000);
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning(safeMillis = 600_000, maxStepMillis = 400_000)
    static class MaySleepSoLong {
        @State int polls;

        @Step void step() throws InterruptedException {
            polls++;
            Thread.sleep(300_000);
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class AsksAgainInTheLoop {
        @State int page;

        @Step void step(JobContext job) {
            boolean stop = job.shouldYield();
            while (!stop) {
                page++;
                stop = job.shouldYield() || page > 99;
            }
        }

        @Terminate boolean isDone() { return page > 99; }
    }

    @LongRunning
    static class AsksOnceAndReturns {
        @State int page;

        @Step void step(JobContext job) {
            boolean late = job.shouldYield();
            if (late) return;
            for (String id : SHOP.after("" + page)) {
                page++;
                if (late) break;
            }
        }

        @Terminate boolean isDone() { return page > 99; }
    }

    @LongRunning
    static class AsksByAReference {
        @State int page;

        @Step void step(JobContext job) {
            BooleanSupplier stop = job::shouldYield;
            while (!stop.getAsBoolean() && page < 99) page++;
        }

        @Terminate boolean isDone() { return page >= 99; }
    }

    @LongRunning
    static class PhaseByIdentity {
        enum Phase { LOAD, DONE }

        @State Phase phase = Phase.LOAD;
        @State Boolean last = false;
        @State String cursor = "";

        @Step void step() {
            phase = Phase.DONE;
            last = cursor == null;
        }

        @Terminate boolean isDone() { return phase == Phase.DONE && last != null && last == Boolean.TRUE; }
    }

    @LongRunning
    static class NumbersThatAreUnboxed {
        @State Integer at = 0;
        @State Long end = 10L;

        @Step void step() { at++; }

        @Terminate boolean isDone() { return at == 10 || end == at.longValue(); }
    }

    @LongRunning
    static class IdentityFirst {
        @State String before = "a";
        @State String now = "b";

        @Step void step() {
            before = now;
            now = SHOP.after(now).get(0);
        }

        @Terminate boolean isDone() { return before == now || before != null && before.equals(now); }
    }

    @LongRunning
    static class ListThatIsReplaced {
        @State List<String> left = List.of("a", "b", "c");

        @Step void step() { left = left.subList(1, left.size()); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class ListThatIsCopied {
        @State List<String> left = new ArrayList<>(List.of("a", "b"));
        @State List<String> regions = List.of("eu", "us");

        @Step void step() { SHOP.send(left.remove(0) + regions.get(0)); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class CallsItselfForTheRest {
        @State int sum;

        private int depth(int n) {
            if (n == 0) {
                return 0;
            }
            return 1 + depth(n - 1);
        }

        private boolean isEven(int n) { return n == 0 || !isEven(n - 1); }

        @Step void step() { sum += depth(sum % 7) + 1; }

        @Terminate boolean isDone() { return sum > 99 && isEven(sum); }
    }

    @LongRunning
    static class WalksATree {
        record Node(String name, List<Node> kids) {}

        @State int seen;

        private void walk(Node node) {
            seen++;
            for (Node kid : node.kids()) walk(kid);
        }

        private void retry(int times) throws IOException {
            try {
                Files.readString(Path.of("x"));
            } catch (NoSuchFileException e) {
                if (times == 0) throw e;
                retry(times - 1);
            }
        }

        @Step void step() throws IOException {
            walk(new Node("a", List.of()));
            retry(3);
        }

        @Terminate boolean isDone() { return seen > 9; }
    }

    @LongRunning
    static class WaitsForAnotherThread {
        private boolean ready;
        @State int rounds;

        @Step void step() {
            CompletableFuture.runAsync(() -> ready = true);
            while (!ready) Thread.onSpinWait();
            ready = false;
            rounds++;
        }

        @Terminate boolean isDone() { return rounds > 9; }
    }

    @LongRunning
    static class FlagThatAHelperSets {
        @State boolean atEnd;
        @State int page;

        private void one() { if (page++ > 9) atEnd = true; }

        @Step void step() { while (!atEnd) one(); }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class FlagThatTheListenerSets implements Consumer<String> {
        @State boolean atEnd;

        @Override public void accept(String id) { atEnd = id.isEmpty(); }

        @Step void step() { while (!atEnd) SHOP.after("").forEach(this); }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class LeavesByAnException {
        @State boolean atEnd;
        @State int page;

        @Step void step() {
            try {
                while (!atEnd) {
                    if (page++ > 9) throw new NoSuchElementException();
                }
            } catch (NoSuchElementException e) {
                atEnd = true;
            }
        }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class SwitchedOffBesideARealEnd {
        private static final boolean TRIAL = false;

        @State int sent;

        @Step void step() { sent++; }

        @Terminate boolean isDone() { return sent >= 1_000; }

        @Terminate boolean isTrialOver() { return TRIAL && sent >= 10; }
    }

    @LongRunning
    static class OneBranchIsSwitchedOff {
        private static final boolean TRIAL = false;

        @State int sent;

        @Step void step() { sent++; }

        @Terminate boolean isDone() { return TRIAL && sent >= 10 || sent >= 1_000; }
    }

    @LongRunning
    static class KeySetPaging {
        @State long after;
        @State boolean exhausted;

        @Step void step() {
            List<String> rows = SHOP.after(Long.toString(after));
            exhausted = rows.size() < 500;
            after += rows.size();
        }

        @Terminate boolean isDone() { return exhausted; }
    }

    @LongRunning
    static class ScanThatBeginsAndEndsWithNull {
        @State Map<String, String> key;
        @State boolean begun;

        @Step void step(JobContext job) {
            do {
                key = SHOP.after(key == null ? "" : key.get("id")).stream()
                        .findFirst()
                        .map(id -> Map.of("id", id))
                        .orElse(null);
                begun = true;
            } while (key != null && !job.shouldYield());
        }

        @Terminate boolean isDone() { return begun && key == null; }
    }

    @LongRunning
    static class ChunkInMemoryPositionInTheState {
        private List<String> chunk;
        @State int page;
        @State int at;
        @State boolean last;

        @Step void step() {
            if (chunk == null) {
                chunk = SHOP.after("" + page);
                last = chunk.size() < 10;
            }
            while (at < chunk.size()) SHOP.send(chunk.get(at++));
            at = 0;
            page++;
            chunk = null;
        }

        @Terminate boolean isDone() { return last && chunk == null; }
    }

    @LongRunning
    static class ReadsToTheEndOfAFile {
        @State long offset;
        @State boolean eof;

        @Step void step(JobContext job) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile("x", "r")) {
                file.seek(offset);
                while (true) {
                    SHOP.send("" + file.readLong());
                    offset = file.getFilePointer();
                    if (job.shouldYield()) return;
                }
            } catch (EOFException e) {
                eof = true;
            }
        }

        @Terminate boolean isDone() { return eof; }
    }

    @LongRunning
    static class WaitsForAllOfThem {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);
        @State List<String> left = new ArrayList<>();

        @OnStart void start(Order order) { left.addAll(order.ids()); }

        @Step void step() throws Exception {
            List<String> some = List.copyOf(left.subList(0, Math.min(2, left.size())));
            List<Future<?>> all = new ArrayList<>();
            for (String id : some) all.add(pool.submit(() -> SHOP.send(id)));
            for (Future<?> one : all) one.get();
            left.removeAll(some);
        }

        @Terminate boolean isDone() { return left.isEmpty(); }

        @OnComplete void end() { pool.shutdown(); }
    }

    @LongRunning
    static class MoneyThatIsLeft {
        @State BigDecimal left = new BigDecimal("1000.00");
        @State UUID run = UUID.randomUUID();

        @Step void step(JobContext job) {
            BigDecimal part = left.min(BigDecimal.TEN);
            SHOP.send(job.idempotencyKey() + run + part);
            left = left.subtract(part);
        }

        @Terminate boolean isDone() { return left.signum() == 0; }
    }

    @LongRunning
    static class StopsWhenTooMuchFails {
        @State int failed;
        @State int sent;

        @Step void step(JobContext job) {
            try {
                SHOP.send("" + sent++);
            } catch (IllegalStateException e) {
                if (++failed > 9) job.stop("too many failures");
            }
        }

        @Terminate boolean isDone() { return sent >= 1_000; }
    }

    @SuppressWarnings("StateMissing")
    @LongRunning
    static class DrainsWhatIsOutside {
        private List<String> got = List.of("");

        @Step void step() {
            got = SHOP.after("");
            got.forEach(SHOP::send);
        }

        @Terminate boolean isDone() { return got.isEmpty(); }
    }

    @LongRunning
    static class SortsAnArraysList {
        @State List<String> names = Arrays.asList("b", "a");
        @State int at;

        @Step void step() {
            names.sort(null);
            names.set(at++, "c");
        }

        @Terminate boolean isDone() { return at >= names.size(); }
    }

    @LongRunning
    static class KeepsTheOptionalOfTheStart {
        @State Optional<String> next = Optional.empty();

        @OnStart void start(Order order) { next = Optional.of(order.region()); }

        @Step void step() { next = next.map(id -> id.length() > 9 ? null : id + "."); }

        @Terminate boolean isDone() { return !next.isPresent() || Objects.isNull(next.get()); }
    }

    @LongRunning
    static class CollectionsThatComeBackAsTheyAre {
        private static final boolean BY_ACCESS = false;
        @State Map<String, Integer> byInsertion = new LinkedHashMap<>(16, 0.75f, BY_ACCESS);
        @State SortedMap<String, Integer> natural = new TreeMap<>((Comparator<String>) null);
        @State SortedSet<String> also = new TreeSet<>((Comparator.naturalOrder()));
        @State Map<String, Integer> shared = Collections.synchronizedMap(new HashMap<>());
        @State Set<String> some = Collections.newSetFromMap(new ConcurrentHashMap<>());
        @State List<String> withContent = new ArrayList<>() {
            private static final long serialVersionUID = 1;

            { add("a"); }
        };
        @State List<String> named = new Names();
        @State List<Integer> view = new AbstractList<>() {
            @Override public Integer get(int at) { return at; }

            @Override public int size() { return 3; }
        };
        @State int at;

        static class Names extends Vector<String> {
            private static final long serialVersionUID = 1;

            String last() { return get(size() - 1); }
        }

        @Step void step() { named.add("x" + at++); }

        @Terminate boolean isDone() { return at > 9; }
    }

    static class Resources {
        final Queue<String> orders = remoteQueue();
        final Shop shop = SHOP;

        void sendNext() { shop.send(orders.remove()); }

        int limit() { return 9; }

        /** A queue whose content is in a server. */
        private static Queue<String> remoteQueue() { return null; }
    }

    @LongRunning
    static class ClientFromTheResources {
        private final Shop shop;
        @State String last = "";

        ClientFromTheResources(Resources resources) { shop = resources.shop; }

        @Step void step() {
            shop.send(last);
            last = shop.after(last).get(0);
        }

        @Terminate boolean isDone() { return shop.open() == 0; }
    }

    @LongRunning
    static class QueueThatTheResourcesDrain {
        private final Resources resources;
        private final Queue<String> orders;
        @State int sent;

        QueueThatTheResourcesDrain(Resources resources) {
            Queue<String> all = resources.orders;
            this.resources = resources;
            this.orders = all;
        }

        @Step void step() {
            resources.sendNext();
            sent++;
        }

        @Terminate boolean isDone() { return orders.isEmpty(); }
    }

    @LongRunning
    static class QueueOfTheResourcesThatTheStepsFill {
        private final Queue<String> orders;
        @State int sent;

        QueueOfTheResourcesThatTheStepsFill(Resources resources) { orders = resources.orders; }

        @Step void step() { orders.add("x" + sent++); }

        @Terminate boolean isDone() { return orders.size() > 99; }
    }

    @LongRunning
    static class QueueThatOthersDrain {
        private final Queue<String> orders;
        @State int looks;

        QueueThatOthersDrain(Resources resources) { orders = resources.orders; }

        @Step void step() { looks++; }

        @Terminate boolean isDone() { return orders.isEmpty(); }
    }

    @LongRunning
    static class QueueOfTheResourcesThatTheStartFills {
        private final Queue<String> orders;
        @State int sent;

        QueueOfTheResourcesThatTheStartFills(Resources resources) { orders = resources.orders; }

        @OnStart void start(Order order) { orders.addAll(order.ids()); }

        @Step void step() {
            orders.poll();
            sent++;
        }

        @Terminate boolean isDone() { return orders.isEmpty(); }
    }

    @LongRunning
    static class SettingFromTheResources {
        private final int limit;
        @State int done;

        SettingFromTheResources(Resources resources) { limit = resources.limit(); }

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done >= limit; }
    }
}

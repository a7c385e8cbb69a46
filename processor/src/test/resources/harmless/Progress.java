package harmless;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Jobs that make progress in ways that are not to be seen at once, or that end for another reason. */
class Progress {

    @LongRunning
    static class Plain {
        @State String cursor = "";

        @Step void step() { cursor = cursor.length() < 9 ? cursor + "." : null; }

        @Terminate boolean isDone() { return cursor == null; }
    }

    @LongRunning
    static class IncrementInAnExpression {
        @State int next;
        private final int[] work = new int[100];

        @Step void step() { System.out.println(work[next++]); }

        @Terminate boolean isDone() { return next >= work.length; }
    }

    @LongRunning
    static class CompoundAssignment {
        @State long left = 1L << 40;

        @Step void step() { left >>= 1; }

        @Terminate boolean isDone() { return left == 0; }
    }

    @LongRunning
    static class ThroughThis {
        @State int count;

        @Step void step() { this.count = this.count + 1; }

        @Terminate boolean isDone() { return this.count > 9; }
    }

    @LongRunning
    static class ThroughHelpers {
        @State int count;

        @Step void step() { first(); }

        private void first() { second(1); }

        private void second(int by) { set(count() + by); }

        private void set(int count) { this.count = count; }

        private int count() { return count; }

        @Terminate boolean isDone() { return count() > 9; }
    }

    @LongRunning
    static class ThroughAnAlias {
        @State List<String> pending = new ArrayList<>(List.of("a", "b"));

        @Step void step() {
            List<String> mine = pending;
            mine.remove(0);
        }

        @Terminate boolean isDone() { return pending.isEmpty(); }
    }

    @LongRunning
    static class ThroughAConditionalAlias {
        @State List<String> high = new ArrayList<>();
        @State List<String> low = new ArrayList<>();

        @OnStart void start() {
            high.add("a");
            low.add("b");
        }

        @Step void step() {
            (high.isEmpty() ? low : high).remove(0);
        }

        @Terminate boolean isDone() { return high.isEmpty() && low.isEmpty(); }
    }

    @LongRunning
    static class ThroughAnArgument {
        @State List<String> pending = new ArrayList<>(List.of("a", "b"));

        @Step void step() { drain(pending, 10); }

        private static void drain(List<String> from, int most) {
            for (int i = 0; i < most && !from.isEmpty(); i++) from.remove(from.size() - 1);
        }

        @Terminate boolean isDone() { return pending.isEmpty(); }
    }

    @LongRunning
    static class ThroughCollections {
        @State List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));

        @Step void step() { Collections.swap(numbers, 0, new Random().nextInt(3)); }

        @Terminate boolean isDone() { return numbers.get(0) < numbers.get(1) && numbers.get(1) < numbers.get(2); }
    }

    @LongRunning
    static class ThroughAnIterator {
        @State Set<String> pending = new HashSet<>(Set.of("a", "b"));

        @Step void step() {
            Iterator<String> it = pending.iterator();
            it.next();
            it.remove();
        }

        @Terminate boolean isDone() { return pending.isEmpty(); }
    }

    @LongRunning
    static class IteratorField {
        private final Iterator<Integer> numbers = IntStream.range(0, 100).iterator();

        @State long sum;

        @Step void step() { sum += numbers.next(); }

        @Terminate boolean isDone() { return !numbers.hasNext(); }
    }

    @LongRunning
    static class IteratorFieldOverAList {
        private final List<String> pending = new ArrayList<>(List.of("a", "b"));
        private final Iterator<String> next = pending.iterator();

        @State int done;

        @Step void step() {
            next.next();
            next.remove();
            done++;
        }

        @Terminate boolean isDone() { return pending.isEmpty(); }
    }

    @LongRunning
    static class ThroughAView {
        @State Map<String, Integer> left = new HashMap<>(Map.of("a", 3));

        @Step void step() { left.values().removeIf(n -> n > 2); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class ThroughALambda {
        @State int count;
        private final List<Integer> batch = List.of(1, 2, 3);

        @Step void step() { batch.forEach(i -> count += i); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughAMethodReference {
        @State int count;
        private final List<Integer> batch = List.of(1, 2, 3);

        @Step void step() { batch.forEach(this::add); }

        private void add(int by) { count += by; }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughABoundReference {
        @State Deque<Integer> done = new ArrayDeque<>();
        private final List<Integer> batch = List.of(1, 2, 3);

        @Step void step() { batch.forEach(done::add); }

        @Terminate boolean isDone() { return done.size() > 9; }
    }

    @LongRunning
    static class ThroughAStream {
        @State int count;

        @Step void step() { IntStream.range(0, 3).peek(i -> count++).sum(); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughACollector {
        @State List<Integer> found = new ArrayList<>();

        @Step void step() { Stream.of(1, 2).collect(Collectors.toCollection(() -> found)); }

        @Terminate boolean isDone() { return found.size() > 9; }
    }

    @LongRunning
    static class ThroughAnAnonymousClass {
        @State int count;

        @Step void step() {
            new Runnable() {
                @Override public void run() { count++; }
            }.run();
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughAnInnerClass {
        @State int count;

        class Adder {
            void add() { count++; }
        }

        @Step void step() { new Adder().add(); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughALocalClass {
        @State int count;

        @Step void step() {
            class Adder {
                void add() { count++; }
            }
            new Adder().add();
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughTheConstructorsListener {
        @State int count;
        private final Consumer<String> listener;

        ThroughTheConstructorsListener() { listener = line -> count++; }

        @Step void step() { listener.accept("x"); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughAFieldsListener {
        @State boolean closed;
        private final Runnable close = () -> closed = true;

        @Step void step() { close.run(); }

        @Terminate boolean isDone() { return closed; }
    }

    static class Registry {
        void register(Object job) {}
    }

    @LongRunning
    static class GivesItselfAway {
        @State int count;

        GivesItselfAway() { new Registry().register(this); }

        @Step void step() { System.out.println(); }

        void tick() { count++; }

        @Terminate boolean isDone() { return count > 9; }
    }

    static class Worker {
        void work(GivesItselfToAWorker job) { job.count++; }
    }

    @LongRunning
    static class GivesItselfToAWorker {
        @State int count;
        private final Worker worker = new Worker();

        @Step void step() { worker.work(this); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughAnotherNameOfItself {
        @State int count;
        private final ThroughAnotherNameOfItself self = this;

        @Step void step() { self.count++; }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class RecordReplacedAsAWhole {
        record Page(int number, boolean last) {}

        @State Page page = new Page(0, false);

        @Step void step() { page = new Page(page.number() + 1, page.number() > 8); }

        @Terminate boolean isDone() { return page.last(); }
    }

    @LongRunning
    static class CounterInANestedObject {
        static class Tally {
            public int done;
            public int failed;
        }

        @State Tally tally = new Tally();

        @Step void step() { tally.done++; }

        @Terminate boolean isDone() { return tally.done + tally.failed > 9; }
    }

    @LongRunning
    static class MethodOfANestedObject {
        static class Tally {
            public int done;

            void count() { done++; }
        }

        @State Tally tally = new Tally();

        @Step void step() {
            Tally t = tally;
            t.count();
        }

        @Terminate boolean isDone() { return tally.done > 9; }
    }

    @LongRunning
    static class ElementsThatChange {
        static class Item {
            public boolean done;
        }

        @State List<Item> items = new ArrayList<>();
        private Item current = new Item();

        @OnStart void start() { items.add(current); }

        @Step void step() {
            for (Item item : items) {
                if (!item.done) {
                    item.done = true;
                    break;
                }
            }
        }

        @Terminate boolean isDone() { return items.stream().allMatch(item -> item.done); }
    }

    @LongRunning
    static class ArrayElements {
        @State boolean[] done = new boolean[10];
        @State int next;

        @Step void step() { done[next++] = true; }

        @Terminate boolean isDone() {
            for (boolean one : done) {
                if (!one) return false;
            }
            return true;
        }
    }

    @LongRunning
    static class ArrayElementsThroughArrays {
        @State int[] left = {3, 2, 1};

        @Step void step() { Arrays.setAll(left, i -> Math.max(0, left[i] - 1)); }

        @Terminate boolean isDone() { return left[0] + left[1] + left[2] == 0; }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class AtomicCounter {
        private final AtomicInteger count = new AtomicInteger();

        @State int saved;

        @Step void step() { saved = count.incrementAndGet(); }

        @Terminate boolean isDone() { return count.get() > 9; }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class StringBuilderField {
        private final StringBuilder text = new StringBuilder();

        @State int saved;

        @Step void step() {
            text.append("line").append('\n');
            saved = text.length();
        }

        @Terminate boolean isDone() { return text.length() > 100; }
    }

    @LongRunning
    static class Time {
        @State Instant until = Instant.EPOCH;

        @OnStart void start() { until = Instant.now().plusSeconds(60); }

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return Instant.now().isAfter(until); }
    }

    @LongRunning
    static class TimeInMillis {
        @State long until;

        @OnStart void start() { until = System.currentTimeMillis() + 1000; }

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return System.currentTimeMillis() >= until; }
    }

    @LongRunning
    static class TimeOfTheHop {
        @State long until;
        private final long hopStarted = System.currentTimeMillis();

        @OnStart void start() { until = 1_900_000_000_000L; }

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return hopStarted > until; }
    }

    @LongRunning
    static class Hops {
        @State int most;

        @OnStart void start() { most = 3; }

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone(JobContext job) { return job.hop() >= most; }
    }

    @LongRunning
    static class StepsThroughAHelper {
        @State int most = 10;

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone(JobContext job) { return most < steps(job); }

        private static long steps(JobContext context) { return context.stepNumber(); }
    }

    @LongRunning
    static class ContextThatAHelperHidesTheNameOf {
        @State int most = 10;

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone(JobContext job) { return isDone(most) && most < job.stepNumber(); }

        private static boolean isDone(int job) { return job > 0; }
    }

    @LongRunning
    static class StopsItself {
        @State boolean never;
        @State int count;

        @Step void step(JobContext job) {
            if (count++ > 9) job.stop("enough");
        }

        @Terminate boolean isDone() { return never; }
    }

    static class Source {
        private int left = 10;

        boolean hasMore() { return left > 0; }

        void pull() { left--; }

        Queue<String> queue() { return new ArrayDeque<>(); }
    }

    @LongRunning
    static class ForeignObject {
        private final Source source = new Source();

        @State int count;

        @Step void step() {
            source.pull();
            count++;
        }

        @Terminate boolean isDone() { return !source.hasMore(); }
    }

    @LongRunning
    static class ContainerThatSomebodyElseFills {
        private final Source source = new Source();
        private final Queue<String> queue;

        @State int count;

        ContainerThatSomebodyElseFills() { queue = source.queue(); }

        @Step void step() { source.pull(); }

        @Terminate boolean isDone() { return queue.isEmpty(); }
    }

    @SuppressWarnings("StartNotSaved")
    @LongRunning
    static class ContainerThatTheStartGivesAway {
        @State List<String> lines = new ArrayList<>();
        private Object reader;

        @OnStart void start() { reader = new ArrayList<>(Collections.singletonList(lines)); }

        @Step void step() { System.out.println(reader); }

        @Terminate boolean isDone() { return lines.size() > 9; }
    }

    @LongRunning
    static class BlockingQueueThatAnotherThreadFills implements AutoCloseable {
        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        private final Thread reader = new Thread(() -> queue.add("line"));

        @State int count;

        @Step void step() { reader.start(); }

        @Terminate boolean isDone() { return !queue.isEmpty(); }

        @Override public void close() { reader.interrupt(); }
    }

    @LongRunning
    static class FutureField {
        private final Future<String> answer = CompletableFuture.supplyAsync(() -> "x");

        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isDone() { return answer.isDone(); }
    }

    @LongRunning
    static class SupplierField {
        @State int count;
        private final BooleanSupplier enough = () -> count > 9;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return enough.getAsBoolean(); }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class StaticCounter {
        static int count;

        @State int own;

        @Step void step() {
            count++;
            own++;
        }

        @Terminate boolean isDone() { return StaticCounter.count > 9; }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class StaticMap {
        private static final Map<String, Integer> COUNTS = new HashMap<>();

        @State int own;

        @Step void step() { own = COUNTS.merge("all", 1, Integer::sum); }

        @Terminate boolean isDone() { return COUNTS.getOrDefault("all", 0) > 9; }
    }

    static class Counting {
        int count;

        void count() { count++; }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class InheritedField extends Counting {
        @State int own;

        @Step void step() {
            count();
            own = count;
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    abstract static class Paging {
        @State int page;

        @Step void step() {
            page++;
            load();
        }

        abstract void load();
    }

    @LongRunning
    static class InheritedStep extends Paging {
        @State boolean last;

        @Override void load() { last = page > 9; }

        @Terminate boolean isDone() { return last; }
    }

    @LongRunning
    static class InheritedFromAJar extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @State int count;

        @Step void step() { add("x"); }

        @Override public boolean add(String text) {
            count++;
            return super.add(text);
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThreadOfAJar extends TimerTask {
        @State boolean over;

        @Step void step() { System.out.print("."); }

        @Override public void run() { over = true; }

        @Terminate boolean isDone() { return over; }
    }

    @LongRunning
    static class TerminateThatCountsItself {
        @State int asked;

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return asked++ > 9; }
    }

    @LongRunning
    static class TerminateThatPolls {
        @State Deque<String> pending = new ArrayDeque<>(List.of("a"));

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return pending.poll() == null; }
    }

    @LongRunning
    static class SynchronizedBlocks {
        @State int count;
        private final Object lock = new Object();

        @Step void step() {
            synchronized (lock) {
                count++;
            }
        }

        @Terminate boolean isDone() {
            synchronized (lock) {
                return count > 9;
            }
        }
    }

    @LongRunning
    static class RecursiveHelper {
        @State int depth;

        @Step void step() { walk(3); }

        private void walk(int left) {
            if (left > 0) walk(left - 1);
            else depth++;
        }

        @Terminate boolean isDone() { return depth > 9; }
    }

    @LongRunning
    static class EnumState {
        enum Phase { LIST, COPY, VERIFY, END;

            Phase next() { return values()[(ordinal() + 1) % values().length]; }
        }

        @State Phase phase = Phase.LIST;

        @Step void step() { phase = phase.next(); }

        @Terminate boolean isDone() { return phase == Phase.END; }
    }

    @LongRunning
    static class BigNumbers {
        @State BigDecimal sum = BigDecimal.ZERO;

        @Step void step() { sum = sum.add(BigDecimal.TEN); }

        @Terminate boolean isDone() { return sum.compareTo(BigDecimal.valueOf(100)) > 0; }
    }

    @LongRunning
    static class AssignmentInACondition {
        @State String line = "";
        private final Scanner in = new Scanner("a b");

        @Step void step() {
            if ((line = in.hasNext() ? in.next() : null) != null) {
                System.out.println(line);
            }
        }

        @Terminate boolean isDone() { return line == null; }
    }

    @LongRunning
    static class TryWithResources {
        @State int size = -1;

        @Step void step() throws Exception {
            try (Scanner in = new Scanner("a")) {
                size = in.next().length();
            }
        }

        @Terminate boolean isDone() { return size >= 0; }
    }

    @LongRunning
    static class OnlyInCatch {
        @State boolean failed;

        @Step void step() {
            try {
                Integer.parseInt("x");
            } catch (NumberFormatException failed) {
                this.failed = failed.getMessage() != null;
            }
        }

        @Terminate boolean isDone() { return failed; }
    }

    @LongRunning
    static class ShadowAndField {
        @State int count;

        @Step void step() {
            {
                int count = 3;
                System.out.println(count);
            }
            count++;
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class SecondWayForTheStart {
        record Request(boolean dryRun) {}

        @State boolean dryRun;
        @State int count;

        @OnStart void start(Request request) { dryRun = request.dryRun(); }

        @Step void step() { count++; }

        @Terminate boolean hasNothingToDo() { return dryRun; }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class FlagOfTheFirstHop {
        private boolean first;

        @State int count;

        @OnStart void start() { first = true; }

        @Step void step() { count++; }

        @Terminate boolean isDone() { return !first; }
    }

    interface Polled {
        void done();

        default void poll() { done(); }
    }

    @LongRunning
    static class ThroughADefaultMethod implements Polled {
        @State boolean done;

        @Step void step() { poll(); }

        @Override public void done() { done = true; }

        @Terminate boolean isDone() { return done; }
    }

    @SuppressWarnings("ProgressNotSaved")
    @LongRunning
    static class ThroughSuper extends Counting {
        @State int own;

        @Step void step() { super.count(); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class RecordWithALookElsewhere {
        record Deadline(long millis) {
            boolean isOver() { return System.currentTimeMillis() > millis; }
        }

        @State Deadline deadline = new Deadline(0);

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return deadline.isOver(); }
    }

    @LongRunning
    static class OptionalState {
        @State Optional<String> next = Optional.of("a");

        @Step void step() { next = next.map(s -> s + "a").filter(s -> s.length() < 9); }

        @Terminate boolean isDone() { return next.isEmpty(); }
    }

    @LongRunning
    static class ListOfLists {
        @State List<List<String>> batches = new ArrayList<>(List.of(List.of("a")));
        @State int count;

        @Step void step() {
            batches.remove(batches.size() - 1);
            count++;
        }

        @Terminate boolean isDone() { return batches.isEmpty(); }
    }

    @LongRunning
    static class ThroughItsOwnGetter {
        @State List<String> pending = new ArrayList<>(List.of("a"));

        @Step void step() { pending().clear(); }

        private List<String> pending() { return pending; }

        @Terminate boolean isDone() { return pending.isEmpty(); }
    }

    @LongRunning
    static class ThroughAMergedMap {
        @State Map<String, Integer> counts = new HashMap<>();

        @Step void step() { counts.merge("a", 1, Integer::sum); }

        @Terminate boolean isDone() { return counts.getOrDefault("a", 0) > 9; }
    }

    @LongRunning
    static class ThroughParentheses {
        @State int count;

        @Step void step() { (this.count)++; }

        @Terminate boolean isDone() { return (count) > 9; }
    }

    @LongRunning
    static class ThroughAThreadOfTheConstructor {
        @State int count;
        private final Thread thread;

        ThroughAThreadOfTheConstructor() {
            thread = new Thread(new Runnable() {
                @Override public void run() { count++; }
            });
        }

        @Step void step() { thread.run(); }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughAStaticHolder {
        static ThroughAStaticHolder current;

        @State int count;

        ThroughAStaticHolder() { current = this; }

        @Step void step() { Holder.next(); }

        static class Holder {
            static void next() { current.count++; }
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class ThroughASwitchExpression {
        @State int count;

        @Step void step() {
            int by = switch (count % 2) {
                case 0 -> count += 2;
                default -> {
                    yield ++count;
                }
            };
            System.out.println(by);
        }

        @Terminate boolean isDone() { return count > 9; }
    }

    @LongRunning
    static class StepThatCallsTheStart {
        @State boolean ready;

        @OnStart void start() { ready = false; }

        @Step void step() {
            start();
            init();
        }

        private void init() { ready = true; }

        @Terminate boolean isDone() { return ready; }
    }

    @LongRunning
    static class EventHandler {
        @State boolean over;

        @Deprecated void onOver() { over = true; }

        @SafeVarargs final void onEvents(List<String>... events) { over = events.length > 0; }

        @Step void step() { System.out.print("."); }

        @Terminate boolean isDone() { return System.getenv("OVER") != null || over; }
    }

    @LongRunning
    static class TerminateWithAPattern {
        sealed interface Phase permits Loading, Done {}

        record Loading(int page) implements Phase {}

        record Done(int pages) implements Phase {}

        @State(codec = PhaseCodec.class) Phase phase = new Loading(0);

        @Step void step() {
            if (phase instanceof Loading loading) {
                phase = loading.page() > 9 ? new Done(9) : new Loading(loading.page() + 1);
            }
        }

        @Terminate boolean isDone() { return phase instanceof Done done && done.pages() > 0; }

        static class PhaseCodec implements StateCodec<Phase> {
            @Override public String encode(Phase phase) { return phase.toString(); }

            @Override public Phase decode(String text) { return new Done(text.length()); }
        }
    }

    @LongRunning
    static class FieldBehindAPatternOfItsName {
        @State String cursor = "";

        @Step void step() {
            Object found = System.getProperty("found");
            if (found instanceof String cursor && !cursor.isEmpty()) {
                System.out.print(cursor);
            }
            cursor = null;
        }

        @Terminate boolean isDone() { return cursor == null; }
    }
}

package harmful;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.LockSupport;

/** Jobs that do well in one hop, and lose something in the next; and those that wait too long in one. */
class Hops {
    record Order(List<String> ids, int limit, String region) {}

    interface Shop {
        List<String> after(String id);

        void send(String id);
    }

    static final Shop SHOP = null;

    @LongRunning
    static class TextThatOnlyTheStartHas {
        private String region; //! StartNotSaved
        @State int sent;

        @OnStart void start(Order order) { region = order.region(); }

        @Step void step() { SHOP.send(region + sent++); }

        @Terminate boolean isDone() { return sent > 99; }
    }

    @LongRunning
    static class LimitThatHasADefault {
        int limit = 10; //! StartNotSaved
        @State int sent;

        @OnStart void start(Order order) { this.limit = order.limit(); }

        @Step void step() { sent++; }

        @Terminate boolean isDone() { return sent >= limit; }
    }

    @LongRunning
    static class QueueThatAHelperFills {
        final Deque<String> left = new ArrayDeque<>(); //! StartNotSaved
        @State String last = "";

        @OnStart void start(Order order) { fill(order.ids()); }

        private void fill(List<String> ids) { ids.forEach(id -> left.push(id)); }

        @Step void step() { last = left.pop(); }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class MapThatTheCompletionReads {
        private final Map<String, Integer> totals = new HashMap<>(); //! StartNotSaved
        @State int sent;

        @OnStart void start(Order order) { totals.put(order.region(), order.limit()); }

        @Step void step() { sent++; }

        @Terminate boolean isDone() { return sent > 9; }

        @OnComplete int result() { return totals.size() + sent; }
    }

    @LongRunning
    static class MadeByTheConstructorAndFilledByTheStart {
        private List<String> ids; //! StartNotSaved
        @State int at;

        MadeByTheConstructorAndFilledByTheStart() { ids = new ArrayList<>(); }

        @OnStart void start(Order order) { ids.addAll(order.ids()); }

        @Step void step() { SHOP.send(ids.get(at++)); }

        @Terminate boolean isDone() { return at >= ids.size(); }
    }

    @LongRunning
    static class ClientThatOnlyTheStartMakes {
        private Shop shop; //! StartNotSaved
        @State String cursor = "";

        @OnStart void start() { shop = SHOP; }

        @Step void step() { cursor = shop.after(cursor).isEmpty() ? null : cursor + "x"; }

        @Terminate boolean isDone() { return cursor == null; }
    }

    abstract static class Started {
        Order order; //! StartNotSaved

        @OnStart void start(Order order) { this.order = order; }
    }

    @LongRunning
    static class InheritedStart extends Started {
        @State int sent;

        @Step void step() { sent++; }

        @Terminate boolean isDone() { return sent >= order.limit(); }
    }

    @LongRunning
    static class CountsInAPlainField {
        private int rounds; //! ProgressNotSaved
        @State String cursor = "";

        @Step void step() {
            cursor += "x";
            rounds = rounds + 1;
        }

        @Terminate boolean isDone() { return rounds == 500; }
    }

    @LongRunning
    static class SumsInADecimal {
        private BigDecimal paid = BigDecimal.ZERO; //! ProgressNotSaved
        @State int payments;

        @Step void step() {
            payments++;
            paid = paid.add(BigDecimal.TEN);
        }

        @Terminate boolean isDone() { return paid.compareTo(BigDecimal.valueOf(1_000)) >= 0; }
    }

    @LongRunning
    static class CollectsWhatItHasSeen {
        private final Set<Integer> seen = new HashSet<>(); //! ProgressNotSaved
        @State int next;

        @Step void step() { seen.add(next++ % 100); }

        @Terminate boolean isDone() { return seen.size() == 100; }
    }

    @LongRunning
    static class CountsInAHelper {
        private static final LongAdder DONE = new LongAdder(); //! ProgressNotSaved
        @State String cursor = "";

        @Step void step() { one(); }

        private void one() {
            cursor += "x";
            DONE.increment();
        }

        @Terminate boolean isDone() { return enough(); }

        private boolean enough() { return DONE.sum() > 1_000; }
    }

    @LongRunning
    static class CountsInALambda {
        private int seen; //! ProgressNotSaved
        @State String cursor = "";

        @Step void step() {
            cursor += "x";
            List.of(1, 2).forEach(i -> seen += i);
        }

        @Terminate boolean isDone() { return seen > 100 || cursor.length() > 9_000; }
    }

    @LongRunning
    static class CountsItsFailures {
        private transient int failures; //! ProgressNotSaved
        @State String cursor = "";

        @Step void step() {
            try {
                cursor = SHOP.after(cursor).get(0);
            } catch (IllegalStateException e) {
                failures++;
            }
        }

        @Terminate boolean isDone() { return cursor == null || failures > 20; }
    }

    @LongRunning
    static class StopWatch {
        private final Instant begun = Instant.now(); //! ClockStartsAgain
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return Duration.between(begun, Instant.now()).toHours() >= 6; }
    }

    @LongRunning
    static class DeadlineOfAConstructor {
        private final long deadline; //! ClockStartsAgain
        @State int looks;

        DeadlineOfAConstructor() { this.deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(3); }

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return System.nanoTime() > deadline; }
    }

    @LongRunning
    static class DateThatIsMadeAnew {
        private final Date since = new Date(); //! ClockStartsAgain
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return new Date().getTime() - since.getTime() > 10_000_000L; }
    }

    @LongRunning
    static class ClockOfTheClass {
        private static final long LOADED = System.currentTimeMillis(); //! ClockStartsAgain
        @State int looks;

        @Step void step() { looks++; }

        @Terminate boolean isOver() { return System.currentTimeMillis() > LOADED + 7_200_000; }
    }

    @LongRunning
    static class NothingToDoAtFirst {
        @State List<String> pending = new ArrayList<>();
        @State int sent;

        @Step void step() {
            SHOP.send(pending.remove(0));
            if (sent++ % 10 == 0) pending.addAll(SHOP.after("" + sent));
        }

        @Terminate boolean isDone() { return pending.isEmpty(); } //! EndsBeforeItBegins
    }

    @LongRunning
    static class CursorThatBeginsAsNull {
        @State String cursor;

        @Step void step() { cursor = SHOP.after(cursor).get(0); }

        @Terminate boolean isDone() { return cursor == null; } //! EndsBeforeItBegins
    }

    @LongRunning
    static class FlagTurnedRound {
        @State boolean more;
        @State int page;

        @Step void step() { more = !SHOP.after("" + page++).isEmpty(); }

        @Terminate boolean isDone() { //! EndsBeforeItBegins
            if (more) {
                return false;
            }
            return page >= 0;
        }
    }

    @LongRunning
    static class CountsDownFromNothing {
        @State int left;

        @Step void step() { left--; }

        @Terminate boolean isDone() { return !isOpen(); } //! EndsBeforeItBegins

        private boolean isOpen() { return left > 0; }
    }

    @LongRunning
    static class PhaseThatIsTheLastOne {
        enum Phase { LOAD, DONE }

        @State Phase phase = Phase.LOAD;

        @Step void step() { phase = SHOP == null ? Phase.DONE : Phase.LOAD; }

        @Terminate boolean isDone() { return phase != Phase.DONE; } //! EndsBeforeItBegins
    }

    @LongRunning
    static class TextThatIsEmpty {
        @State String next = "";
        @State int pages;

        @Step void step() { next = SHOP.after(next).get(pages++); }

        @Terminate boolean isDone() { return next == null || next.isEmpty(); } //! EndsBeforeItBegins
    }

    @LongRunning
    static class OptionalThatIsEmpty {
        @State Optional<String> next = Optional.empty();

        @Step void step() { next = SHOP.after("").stream().findFirst(); }

        @Terminate boolean isDone() { return next.isEmpty(); } //! EndsBeforeItBegins
    }

    @LongRunning(safeMillis = 30_000)
    static class SleepsInAHelper {
        static final int PAUSE = 60 * 1_000;

        @State int polls;

        @Step void step() throws InterruptedException {
            polls++;
            rest();
        }

        private void rest() throws InterruptedException {
            Thread.sleep(PAUSE); //! SleepAboveSafe
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class SleepsInUnits {
        @State int polls;

        @Step void step() throws InterruptedException {
            if (polls++ > 3) TimeUnit.HOURS.sleep(1); //! SleepAboveSafe
            Thread.sleep(TimeUnit.MINUTES.toMillis(2)); //! SleepAboveSafe
            Thread.sleep(Duration.ofMinutes(3).toMillis()); //! SleepAboveSafe
            LockSupport.parkNanos(90_000_000_000L); //! SleepAboveSafe
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning(maxStepMillis = 5_000)
    static class SleepsLongerThanAStepMay {
        static final Duration PAUSE = Duration.ofSeconds(10);

        @State int polls;

        @Step void step() throws InterruptedException {
            polls++;
            Thread.sleep(PAUSE.toMillis()); //! SleepAboveSafe
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class AsksBeforeTheLoop {
        @State int page;

        @Step void step(JobContext job) {
            final boolean more = !job.shouldYield();
            while (more && page < 1_000) { //! YieldIgnored
                page++;
            }
        }

        @Terminate boolean isDone() { return page >= 1_000; }
    }

    @LongRunning
    static class AsksAndGoesOn {
        @State int page;

        @Step void step(JobContext job) {
            for (int i = 0; i < 100; i++) {
                page++;
                job.shouldYield(); //! YieldIgnored
            }
        }

        @Terminate boolean isDone() { return page >= 1_000; }
    }

    @LongRunning
    static class AsksInAHelper {
        @State int page;

        @Step void step(JobContext job) { work(job); }

        private void work(JobContext job) {
            boolean stop = job.shouldYield();
            do {
                page++;
                if (page > 900) return;
            } while (!stop); //! YieldIgnored
        }

        @Terminate boolean isDone() { return page >= 1_000; }
    }

    @LongRunning
    static class TextByIdentity {
        @State String status = "open";

        @Step void step() { status = SHOP.after(status).get(0); }

        @Terminate boolean isDone() { return "closed" == status; } //! StateComparedByIdentity
    }

    @LongRunning
    static class NumbersByIdentity {
        @State Long at = 0L;
        @State Integer end = 1_000;

        @Step void step() { at++; }

        @Terminate boolean isDone() { return same(end) && at > 3; }

        private boolean same(Integer other) { return !(this.end != other); } //! StateComparedByIdentity
    }

    @LongRunning
    static class DatesByIdentity {
        @State LocalDate day = LocalDate.of(2026, 1, 1);
        @State LocalDate last = LocalDate.of(2026, 1, 31);

        @Step void step() { day = day.plusDays(1); }

        @Terminate boolean isDone() { return day == last; } //! StateComparedByIdentity
    }

    @LongRunning
    static class TakesFromAListThatStays {
        @State List<String> left = List.of("a", "b");

        @Step void step() { SHOP.send(left.remove(0)); } //! StateUnmodifiable

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class PutsIntoAMapThatStays {
        @State Map<String, Integer> counts = Collections.emptyMap();

        @Step void step() { counts.merge("all", 1, Integer::sum); } //! StateUnmodifiable

        @Terminate boolean isDone() { return counts.size() > 3; }
    }

    @LongRunning
    static class CallsItselfAtTheEnd {
        @State int page;

        @Step void step() { //! StepNeverReturns
            if (page > 3) {
                page += 2;
            }
            page++;
            step();
        }

        @Terminate boolean isDone() { return page > 99; }
    }

    @LongRunning
    static class HelperThatCallsItself {
        @State int page;

        @Step void step() { next(1); } //! StepNeverReturns

        private int next(int by) { return (page += by) + next(by + 1); }

        @Terminate boolean isDone() { return page > 99; }
    }

    @LongRunning
    static class HelperThatCallsTheStep {
        @State int page;

        @Step void step() { more(); } //! StepNeverReturns

        private void more() {
            page++;
            step();
        }

        @Terminate boolean isDone() { return page > 99; }
    }

    @LongRunning
    static class WaitsForWhatItDoesItself {
        @State boolean atEnd;
        @State int page;

        @Step void step() { //! StepNeverReturns
            while (!atEnd) {
                SHOP.send("" + page++);
            }
            atEnd = page > 0;
        }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class SecondEndThatIsUnfinished {
        @State int page;

        @Step void step() { page++; }

        @Terminate boolean isDone() { return page > 99; }

        @Terminate boolean isCancelled(JobContext job) { //! TerminateNeverTrue
            job.progress(page, 100);
            return false;
        }
    }

    @LongRunning
    static class OneOfTwoIsAlwaysOther {
        @State String cursor = "";
        @State int done;

        @Step void step() { cursor = ++done > 9 ? null : cursor + "x"; }

        @Terminate boolean isDone() { return done > 0 || cursor != null || cursor != "end"; } //! EndsBeforeItBegins StateComparedByIdentity
    }

    @LongRunning
    static class SoOrNotSo {
        @State boolean atEnd;

        @Step void step() { atEnd = true; }

        @Terminate boolean isDone() { return !atEnd || atEnd; } //! EndsBeforeItBegins
    }

    @LongRunning
    static class AsksObjectsForNull {
        @State String cursor = null;

        @Step void step() { cursor = SHOP.after("").get(0); }

        @Terminate boolean isDone() { return !Objects.nonNull(cursor); } //! EndsBeforeItBegins
    }

    @LongRunning
    static class OptionalThatIsNotPresent {
        @State Optional<String> next = Optional.empty();

        @Step void step() { next = Optional.of(SHOP.after("").get(0)); }

        @Terminate boolean isDone() { return !next.isPresent(); } //! EndsBeforeItBegins
    }

    @LongRunning
    static class SetThatAnIteratorEmpties {
        private Set<String> left; //! StartNotSaved
        @State int sent;

        @OnStart void start(Order order) { left = new LinkedHashSet<>(order.ids()); }

        @Step void step() {
            Iterator<String> all = left.iterator();
            SHOP.send(all.next() + sent++);
            all.remove();
        }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    @LongRunning
    static class SleepsForAConstantThatIsComputed {
        private static final long PAUSE = TimeUnit.MINUTES.toMillis(5);

        @State int polls;

        @Step void step() throws InterruptedException {
            polls++;
            Thread.sleep(PAUSE); //! SleepAboveSafe
        }

        @Terminate boolean isDone() { return polls > 9; }
    }

    @LongRunning
    static class TakesFromAnArraysList {
        @State List<String> left = Arrays.asList("b", "a");

        @Step void step() {
            left.sort(null);
            SHOP.send(left.remove(0)); //! StateUnmodifiable
        }

        @Terminate boolean isDone() { return left.isEmpty(); }
    }

    static class Resources {
        final AtomicLong sent = new AtomicLong();
        final List<String> known = List.of("a");
    }

    @LongRunning
    static class CountInTheResources {
        private final AtomicLong sent; //! ProgressNotSaved
        @State String last = "";

        CountInTheResources(Resources resources) { this.sent = resources.sent; }

        @Step void step() {
            last += ".";
            sent.incrementAndGet();
        }

        @Terminate boolean isDone() { return sent.get() > 99; }
    }

    @LongRunning
    static class CopyOfWhatTheResourcesHave {
        private final List<String> known; //! ProgressNotSaved
        @State int at;

        CopyOfWhatTheResourcesHave(Resources resources) { known = new ArrayList<>(resources.known); }

        @Step void step() { known.add("x" + at++); }

        @Terminate boolean isDone() { return known.size() > 9; }
    }
}

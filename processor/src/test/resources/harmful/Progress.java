package harmful;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import java.util.concurrent.atomic.AtomicInteger;

/** Terminate methods that read what no step changes. */
class Progress {

    @LongRunning
    static class WrongField {
        @State int done;
        @State int total = 100;
        @State int failed;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return failed >= total; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class ForgottenFlag {
        @State String cursor = "";
        @State boolean atEnd;

        @Step void step(JobContext job) {
            while (!job.shouldYield()) {
                cursor = cursor + "x";
            }
        }

        @Terminate boolean isDone() { return atEnd; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class ShadowedField {
        @State int count;
        @State int calls;

        @Step void step() {
            int count = 0;
            count++;
            calls += count;
        }

        @Terminate boolean isDone() { return count > 9; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class ShadowedByAParameter {
        @State String cursor = "";
        @State int calls;

        @Step void step() { next("x"); }

        private void next(String cursor) {
            cursor = cursor + "y";
            calls += cursor.length();
        }

        @Terminate boolean isDone() { return cursor.equals("end"); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class NeverDrained {
        record Request(List<String> keys) {}

        @State Deque<String> pending = new ArrayDeque<>();
        @State int done;

        @OnStart void start(Request request) { pending.addAll(request.keys()); }

        @Step void step() {
            for (String key : pending) {
                System.out.println(key);
                done++;
            }
        }

        @Terminate boolean isDone() { return pending.isEmpty(); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class OnlyLookedAt {
        @State List<String> pending = new ArrayList<>(List.of("a"));
        @State int done;

        @Step void step() {
            if (!pending.isEmpty()) {
                System.out.println(pending.get(0));
                done += pending.size();
            }
        }

        @Terminate boolean isDone() { return pending.size() == 0; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class WrittenAtTheStartOnly {
        record Request(int limit) {}

        @State int limit;
        @State int count;

        @OnStart void start(Request request) { limit = request.limit(); }

        @Step void step() { count++; }

        @Terminate boolean isDone() { return limit <= 0; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class WrittenByAHelperThatNobodyCalls {
        @State int page;
        @State boolean last;

        @Step void step() { page++; }

        private void finish() { last = true; }

        @OnComplete String result() {
            finish();
            return "page " + page;
        }

        @Terminate boolean isDone() { return isLast(); } //! TerminateIgnoresProgress

        private boolean isLast() { return last; }
    }

    @LongRunning
    static class RecordThatStaysTheSame {
        record Page(int number, boolean last) {}

        @State Page page = new Page(0, false);
        @State int next;

        @Step void step() {
            Page following = new Page(page.number() + 1, next > 8);
            next = following.number();
        }

        @Terminate boolean isDone() { return page.last(); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class EnumThatStaysTheSame {
        enum Phase { LOAD, DONE }

        @State Phase phase = Phase.LOAD;
        @State int count;

        @Step void step() {
            Phase next = count++ > 9 ? Phase.DONE : phase;
            System.out.println(next);
        }

        @Terminate boolean isDone() { //! TerminateIgnoresProgress
            return switch (phase) {
                case LOAD -> false;
                case DONE -> true;
            };
        }
    }

    @LongRunning
    static class LostSum {
        @State BigDecimal sum = BigDecimal.ZERO;
        @State int count;

        @Step void step() {
            sum.add(BigDecimal.TEN);
            count++;
        }

        @Terminate boolean isDone() { return sum.compareTo(BigDecimal.valueOf(100)) > 0; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class LostString {
        @State String text = "";
        @State int count;

        @Step void step() {
            text.concat("x");
            text.trim();
            count++;
        }

        @Terminate boolean isDone() { //! TerminateIgnoresProgress
            String trimmed = text.trim();
            return !trimmed.isEmpty() && trimmed.length() > 9;
        }
    }

    @LongRunning
    static class ArrayOfAnother {
        @State boolean[] done = new boolean[10];
        @State boolean[] seen = new boolean[10];
        @State int next;

        @Step void step() { seen[next++ % 10] = true; }

        @Terminate boolean isDone() { //! TerminateIgnoresProgress
            for (boolean one : done) {
                if (!one) return false;
            }
            return done.length > 0;
        }
    }

    @LongRunning
    static class CounterThatOnlyPrints {
        private final AtomicInteger count = new AtomicInteger();

        @State int calls;

        @Step void step() {
            calls++;
            System.out.println(count.get());
        }

        @Terminate boolean isDone() { return count.get() > 9; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class StreamOverTheSame {
        @State Map<String, Integer> left = new HashMap<>(Map.of("a", 3));
        @State int calls;

        @Step void step() { calls += left.getOrDefault("a", 0); }

        @Terminate boolean isDone() { return left.values().stream().allMatch(n -> n == 0); } //! TerminateIgnoresProgress
    }

    abstract static class Paging {
        @State int page;
        @State boolean last;

        @Step void step() {
            page++;
            load(page);
        }

        abstract void load(int page);

        @Terminate boolean isDone() { return last; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class Inherited extends Paging {
        @State int loaded;

        @Override void load(int page) { loaded += page; }
    }

    @LongRunning
    static class DateThatStaysTheSame {
        @State LocalDate day = LocalDate.of(2026, 1, 1);
        @State LocalDate last = LocalDate.of(2026, 12, 31);
        @State int days;

        @Step void step() {
            System.out.println(day.plusDays(1));
            days++;
        }

        @Terminate boolean isDone() { return day.isAfter(last); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class NeitherOfTwo {
        @State boolean cancelled;
        @State boolean failed;
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isCancelled() { return cancelled; } //! TerminateIgnoresProgress

        @Terminate boolean isFailed() { return Boolean.TRUE.equals(failed); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class OptionalThatStaysTheSame {
        @State Optional<String> next = Optional.of("a");
        @State int count;

        @Step void step() {
            next.map(s -> s + "a").ifPresent(System.out::println);
            count++;
        }

        @Terminate boolean isDone() { return next.isEmpty() || Objects.equals(next.get(), "end"); } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class LambdaOverOthers {
        @State int count;
        @State int seen;
        private final List<Integer> batch = List.of(1, 2, 3);

        @Step void step() { batch.forEach(i -> seen += i); }

        @Terminate boolean isDone() { return count >= batch.size() * 3; } //! TerminateIgnoresProgress
    }

    @LongRunning
    static class PatternOfTheFieldsName {
        @State String cursor = "";

        @Step void step() {
            Object found = System.getProperty("found");
            if (found instanceof String cursor) {
                System.out.print(cursor);
            }
        }

        @Terminate boolean isDone() { return cursor == null; } //! TerminateIgnoresProgress
    }
}

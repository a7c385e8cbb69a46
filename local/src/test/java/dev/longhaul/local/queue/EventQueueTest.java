package dev.longhaul.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.FailedEvent.Condition;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The queue in virtual time: whoever runs the next task moves the clock to when it is due. */
final class EventQueueTest {

    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final VirtualTime time = new VirtualTime();
    private final Deque<InvocationResult> results = new ArrayDeque<>();
    private final List<Invocation> invoked = new ArrayList<>();
    private final List<Duration> invokedAfter = new ArrayList<>();
    private final List<InvocationEvent> told = new ArrayList<>();
    private final EventQueue queue = new EventQueue(
            FunctionConfig.builder("fn", "a.Handler")
                    .classPath(List.of(Path.of("")))
                    .build(),
            this::invoke,
            time,
            time,
            UnaryOperator.identity(),
            told::add,
            KeptEvents.NONE);

    private InvocationResult invoke(Invocation invocation) {
        invoked.add(invocation);
        invokedAfter.add(time.passed);
        return results.isEmpty() ? completed(InvocationStatus.FUNCTION_ERROR) : results.removeFirst();
    }

    @Test
    void runsAnEventOnce() {
        results.add(completed(InvocationStatus.SUCCEEDED));

        queue.add(invocation());
        time.runAll();

        assertThat(invoked).hasSize(1);
        assertThat(told).singleElement().isInstanceOf(InvocationEvent.Queued.class);
        assertThat(queue.size()).isZero();
    }

    @Test
    void runsAFailingEventThreeTimesAndGivesItUp() {
        queue.add(invocation());
        time.runAll();

        assertThat(invoked).extracting(Invocation::attempt).containsExactly(1, 2, 3);
        assertThat(invoked).extracting(Invocation::requestId).containsOnly("r-1");
        assertThat(invokedAfter).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(3));
        FailedEvent event = onlyGivenUp();
        assertThat(event.condition()).isEqualTo(Condition.RETRIES_EXHAUSTED);
        assertThat(event.invokeCount()).isEqualTo(3);
        assertThat(event.lastResult()).isPresent();
        assertThat(queue.size()).isZero();
    }

    @Test
    void keepsAThrottledEventUntilItIsTooOld() {
        for (int i = 0; i < 1000; i++) {
            results.add(new InvocationResult.Throttled(Reason.RESERVED_CONCURRENCY));
        }

        queue.add(invocation());
        time.runAll();

        assertThat(onlyGivenUp().condition()).isEqualTo(Condition.EVENT_AGE_EXCEEDED);
        assertThat(onlyGivenUp().invokeCount()).isZero();
        assertThat(time.passed).isBetween(SIX_HOURS.minusMinutes(5), SIX_HOURS);
        assertThat(invoked).extracting(Invocation::attempt).containsOnly(1);
    }

    @Test
    void countsThrottlesNotAsAttempts() {
        results.add(completed(InvocationStatus.TIMED_OUT));
        results.add(new InvocationResult.Throttled(Reason.RESERVED_CONCURRENCY));
        results.add(new InvocationResult.Throttled(Reason.RESERVED_CONCURRENCY));
        results.add(completed(InvocationStatus.EXITED));
        results.add(completed(InvocationStatus.SUCCEEDED));

        queue.add(invocation());
        time.runAll();

        assertThat(invoked).extracting(Invocation::attempt).containsExactly(1, 2, 2, 2, 3);
        assertThat(told).noneMatch(InvocationEvent.GivenUp.class::isInstance);
    }

    @Test
    void doesNotRunAnEventThatComesTooLate() {
        queue.add(invocation());
        time.passed = SIX_HOURS.plusMillis(1);
        time.runAll();

        assertThat(invoked).isEmpty();
        assertThat(onlyGivenUp().condition()).isEqualTo(Condition.EVENT_AGE_EXCEEDED);
    }

    @Test
    void givesUpWhatWaitsWhenItIsClosed() {
        queue.add(invocation());
        time.runNext();
        assertThat(queue.size()).isEqualTo(1);

        queue.close();
        time.runAll();

        assertThat(invoked).hasSize(1);
        assertThat(onlyGivenUp().condition()).isEqualTo(Condition.CLOSED);
        assertThat(queue.size()).isZero();
    }

    @Test
    void givesUpWhatComesAfterItIsClosed() {
        queue.close();
        queue.add(invocation());

        assertThat(onlyGivenUp().condition()).isEqualTo(Condition.CLOSED);
    }

    @Test
    void givesUpWhatNobodyWillRun() {
        time.ended = true;
        queue.add(invocation());

        assertThat(onlyGivenUp().condition()).isEqualTo(Condition.CLOSED);
        assertThat(queue.size()).isZero();
    }

    private FailedEvent onlyGivenUp() {
        List<FailedEvent> events = told.stream()
                .filter(InvocationEvent.GivenUp.class::isInstance)
                .map(event -> ((InvocationEvent.GivenUp) event).event())
                .toList();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static Invocation invocation() {
        return new Invocation(
                "fn",
                "arn",
                "r-1",
                1,
                Payload.of("{}"),
                new Invocation.Headers("Root=1", Optional.empty(), Optional.empty()));
    }

    private static InvocationResult completed(InvocationStatus status) {
        Report report = new Report("r-1", 1, status, Duration.ZERO, Optional.empty(), 128, 0);
        return new InvocationResult.Completed(report, Payload.of("{}"), Payload.of(""));
    }

    private static final class VirtualTime extends Clock implements Later {

        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private Duration passed = Duration.ZERO;
        private boolean ended;

        @Override
        public void run(Duration delay, Runnable task) {
            if (ended) {
                throw new RejectedExecutionException("ended");
            }
            tasks.add(() -> {
                passed = passed.plus(delay);
                task.run();
            });
        }

        void runNext() {
            tasks.removeFirst().run();
        }

        void runAll() {
            while (!tasks.isEmpty()) {
                runNext();
            }
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

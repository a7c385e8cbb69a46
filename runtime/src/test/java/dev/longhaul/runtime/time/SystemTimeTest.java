package dev.longhaul.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private final Time time = new SystemTime();

    @Test
    void looksAgainAndAgainOnADaemonThread() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        AtomicReference<Thread> looker = new AtomicReference<>();
        try (Time.Ticking ticking = time.tick("a watchdog", () -> {
            looker.set(Thread.currentThread());
            looks.countDown();
            return 1;
        })) {
            assertThat(ticking).isNotNull();
            assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(looker.get().getName()).isEqualTo("a watchdog");
        assertThat(looker.get().isDaemon()).isTrue();
        assertThat(looker.get().isAlive()).as("joined at the end").isFalse();
    }

    @Test
    void theEndInterruptsALongWaitAndNoLookFollows() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        Time.Ticking ticking = time.tick("a watchdog", () -> {
            looks.incrementAndGet();
            first.countDown();
            return TimeUnit.HOURS.toMillis(1);
        });
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();

        ticking.close();

        assertThat(looks).hasValue(1);
    }

    @Test
    void aNegativeDelayIsTheLastLook() {
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<Thread> looker = new AtomicReference<>();
        Time.Ticking ticking = time.tick("a watchdog", () -> {
            looker.set(Thread.currentThread());
            looks.incrementAndGet();
            return -1;
        });

        while (looker.get() == null || looker.get().isAlive()) {
            Thread.onSpinWait();
        }

        assertThat(looks).hasValue(1);
        ticking.close();
    }

    @Test
    void closingLeavesTheInterruptOfTheHandlerInPlace() {
        Time.Ticking ticking = time.tick("a watchdog", () -> 10);
        Thread.currentThread().interrupt();

        ticking.close();

        assertThat(Thread.interrupted()).isTrue();
    }
}

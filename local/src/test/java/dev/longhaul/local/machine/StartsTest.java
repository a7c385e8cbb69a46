package dev.longhaul.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StartsTest {

    @Test
    void theNextProcessStartsWhenAnEarlierOneIsReady() throws Exception {
        Starts starts = Starts.atOnce(2);
        CompletableFuture<Object> ready = new CompletableFuture<>();
        starts.await().until(ready);
        starts.await().until(new CompletableFuture<>());
        Thread third = new Thread(() -> {
            try {
                starts.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        third.start();
        while (third.isAlive() && third.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(third.isAlive()).as("it waits").isTrue();
        ready.complete("ready");
        third.join();
    }

    @Test
    void aProcessThatWasNotStartedGivesItsTurnBack() throws Exception {
        Starts starts = Starts.atOnce(1);
        starts.await().giveBack();
        CompletableFuture<Object> failed = new CompletableFuture<>();
        starts.await().until(failed);
        failed.completeExceptionally(new IllegalStateException());
        assertThat(starts.await()).isNotNull();
    }
}

package dev.longhaul.example.all;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.time.Duration;

/** A child of the campaign: counts in two places, and waits between them. */
@LongRunning(timeoutMillis = 60_000, safeMillis = 10_000, tickMillis = 5_000)
class District {

    private static final int PLACES = 2;

    private final Office office;

    @State
    int number;

    @State
    int counted;

    /**
     * What a district is told.
     *
     * @param number which one it is
     */
    record Order(int number, String slogan) {}

    District(Office office) {
        this.office = office;
    }

    @OnStart
    void start(Order order) {
        number = order.number();
        office.done(order.slogan() + " in district " + number);
    }

    @Step
    void count(JobContext job) {
        office.done("district " + number + " place " + counted);
        counted++;
        job.pause(Duration.ofMinutes(5));
    }

    @Terminate
    boolean isCounted() {
        return counted == PLACES;
    }

    @OnComplete
    long votes() {
        return 10L * number + counted;
    }
}

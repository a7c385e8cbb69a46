package ${package};

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/**
 * Counts the primes below a limit, ten thousand numbers a step. Put your own work in its place.
 *
 * <p>An invocation has thirty seconds here, so that the chain is seen to hop. Lambda gives up to 900.
 */
@LongRunning(timeoutMillis = 30_000, safeMillis = 10_000, tickMillis = 2_000)
public class CountPrimes {

    private static final int NUMBERS_A_STEP = 10_000;

    /** What is saved at each checkpoint, and restored in the next hop. */
    @State
    long next = 2;

    @State
    long limit;

    @State
    long found;

    /** The start event. */
    record Request(long limit) {}

    @OnStart
    void start(Request request) {
        limit = request.limit();
    }

    @Step
    void countSome(JobContext job) {
        long end = Math.min(limit, next + NUMBERS_A_STEP);
        for (; next < end; next++) {
            if (isPrime(next)) {
                found++;
            }
        }
        job.progress(next, limit);
    }

    @Terminate
    boolean isDone() {
        return next >= limit;
    }

    @OnComplete
    long result() {
        return found;
    }

    private static boolean isPrime(long number) {
        for (long divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}

package ${package};

import dev.longhaul.testing.ChainTester;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs the job in virtual time: a chain of many hops takes milliseconds. */
class CountPrimesTest {

    private final ChainTester<CountPrimes> tester = ChainTester.of(new CountPrimesHandler())
            .event("{\"limit\":100000}")
            .stepTakes(Duration.ofSeconds(9));

    @Test
    void thePrimesAreCounted() {
        tester.run().assertCompleted().assertSteps(10).assertResult("9592");
    }

    @Test
    void theResultIsTheSameWhereverAnInvocationDies() {
        tester.killAtEveryPoint();
    }
}

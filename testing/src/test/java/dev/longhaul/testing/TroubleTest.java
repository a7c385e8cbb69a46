package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.Payments.Style;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each trouble by its name: that it happens, and that the chain gets over it. */
class TroubleTest {

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Trouble.crashBeforeStep(3), "is killed before a step"),
                Arguments.of(Trouble.crashAfterStep(3), "is killed after a step"),
                Arguments.of(Trouble.failingStep(3), "attempt failed, hop 0, attempt 1, of 8"),
                Arguments.of(Trouble.slowStep(3, Duration.ofMinutes(5)), "stands still for 300000 ms before a step"),
                Arguments.of(Trouble.crashBeforeWrite(2), "is killed before a write to the store"),
                Arguments.of(Trouble.crashAfterWrite(2), "is killed after a write to the store"),
                Arguments.of(Trouble.storeDown(2), "fails in a write to the store"),
                Arguments.of(Trouble.lostWriteAnswer(2), "does not get the answer of a write to the store"),
                Arguments.of(Trouble.frozenBeforeWrite(3, Duration.ofHours(1)), "fenced"),
                Arguments.of(Trouble.crashBeforeInvoke(1), "is killed before the invoke of the next hop"),
                Arguments.of(Trouble.crashAfterInvoke(1), "dropped duplicate"),
                Arguments.of(Trouble.throttledInvoke(1), "fails in the invoke of the next hop"),
                Arguments.of(Trouble.lostInvokeAnswer(1), "dropped duplicate"),
                Arguments.of(Trouble.duplicateDelivery(2, Duration.ofMinutes(1)), "delivery 3 of"),
                Arguments.of(Trouble.lateDelivery(2, Duration.ofMinutes(30)), "swept"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theChainGetsOverIt(Trouble trouble, String transcript) {
        ChainRun<Payments> calm = tester().run();
        ChainRun<Payments> run = tester().with(trouble).run();

        run.assertCompleted().assertSteps(40).assertResult("40");
        assertThat(run.transcript()).contains(transcript);
        assertThat(calm.transcript()).doesNotContain(transcript);
    }

    @Test
    void aStopRequestStopsIt() {
        ChainRun<Payments> run = tester().with(Trouble.stopRequest(Duration.ofMinutes(20), "enough"))
                .run()
                .assertStopped("StopRequested")
                .assertHops(2);

        assertThat(run.failure()).hasToString("Failure[kind=StopRequested, message=enough]");
        assertThat(run.steps()).isBetween(23L, 25L);
    }

    private static ChainTester<Payments> tester() {
        return ChainTester.of(Payments.handler(Style.GOOD)).event("40").stepTakes(Duration.ofSeconds(50));
    }
}

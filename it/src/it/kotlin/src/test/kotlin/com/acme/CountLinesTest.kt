package com.acme

import dev.longhaul.testing.ChainTester
import java.time.Duration
import org.junit.jupiter.api.Test

class CountLinesTest {

    private val tester =
        ChainTester.of(CountLinesHandler())
            .event("""{"files":["one","three","five"]}""")
            .stepTakes(Duration.ofMinutes(7))

    @Test
    fun theLinesAreCounted() {
        tester.run().assertCompleted().assertHops(2).assertSteps(3).assertResult("12")
    }

    @Test
    fun theJobMayDieAnywhere() {
        tester.killAtEveryPoint()
    }
}

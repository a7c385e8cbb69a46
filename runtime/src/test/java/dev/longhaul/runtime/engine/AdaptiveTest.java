package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.job.JobOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With {@code adaptive}, a hop goes on for as long as what was measured lets it. */
class AdaptiveTest {

    private static final long TIMEOUT = 900_000;
    private static final long STEP = 2_000;
    private static final Pattern LEFT = Pattern.compile("\"remainingMillis\":(\\d+)");

    private final Rig rig = new Rig();
    private final JobOptions options = JobOptions.named("Count")
            .timeoutMillis(TIMEOUT)
            .safeMillis(60_000)
            .adaptive(true)
            .build();

    AdaptiveTest() {
        rig.runs(new CountingJob(options, 2_000, (count, hop) -> rig.time.advance(STEP)));
    }

    @Test
    void aHopKeepsTwiceTheStepAndASecondWhereNoHandoffWasMeasured() throws Exception {
        rig.deliver("{}", "a", TIMEOUT);

        assertThat(leftAtHandoff())
                .singleElement()
                .satisfies(left -> assertThat(left).isBetween(5_000 - STEP, 5_000L));
    }

    @Test
    void aHopKeepsTwiceTheTimeOfTheLastHandoffOfItsEnvironment() throws Exception {
        rig.beforeSend = () -> rig.time.advance(2_000);
        Engine environment = rig.environment();
        rig.deliver(environment, "{}", "a", TIMEOUT);
        rig.deliver(environment, rig.queue.remove().event(), "b", TIMEOUT);

        assertThat(leftAtHandoff())
                .hasSize(2)
                .last()
                .satisfies(left -> assertThat(left).isBetween(8_000 - STEP, 8_000L));
    }

    private List<Long> leftAtHandoff() {
        return LEFT.matcher(String.join("\n", rig.log))
                .results()
                .map(left -> Long.valueOf(left.group(1)))
                .toList();
    }
}

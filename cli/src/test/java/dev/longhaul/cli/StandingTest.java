package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** How a chain that waits is said to stand. */
class StandingTest {

    private static final ChainRecord WAITING = ChainRecord.first(
            Identity.first("Tally", "one", null, 0, "request"),
            Position.first("request", "arn", 60_000, 0).withStatus(ChainStatus.WAITING),
            Work.none(null),
            List.of());

    @Test
    void aWaitIsToldWithItsRest() {
        assertThat(standing(10_000)).startsWith("WAITING for 50");
    }

    @Test
    void aWaitThatIsOverIsTheSweepers() {
        assertThat(standing(62_000))
                .startsWith("WAITING, to be woken by the next sweep, for 2")
                .doesNotContain("-");
    }

    private static String standing(long now) {
        return Ansi.OFF.string(Texts.standing(WAITING, now));
    }
}

package dev.longhaul.example.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.KillReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Waits, signals, children, batches and resources in one chain: it ends the same wherever its parent and its children die. */
class EverythingTest {

    private final Office office = new Office();

    @Test
    void theChainEndsTheSameWhereverItDies() {
        ChainTester<Campaign> tester = ChainTester.of(new CampaignHandler(office))
                .child(new DistrictHandler(office))
                .signal("approved", "{\"slogan\":\"more light\"}", Duration.ofHours(5))
                .beforeEach(office::forget)
                .outcome(office::all);

        tester.run().assertCompleted().assertResult("36");
        assertThat(office.all()).hasSize(6 + 1 + 3 + 6);
        KillReport report = tester.killAtEveryPoint();

        assertThat(report.points()).isGreaterThan(200);
    }

    /** The signal wakes the chain at once, or finds it at work: in the middle of its batch, or before it asks for it. */
    @Test
    void theSignalMayComeAtAnyTime() {
        for (Duration after : new Duration[] {Duration.ofSeconds(1), Duration.ofMinutes(30), Duration.ofDays(3)}) {
            ChainTester.of(new CampaignHandler(office))
                    .child(new DistrictHandler(office))
                    .signal("approved", "{\"slogan\":\"more light\"}", after)
                    .run()
                    .assertCompleted()
                    .assertResult("36");
        }
    }
}

package dev.longhaul.example.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.example.demo.poll.PartnerServer;
import dev.longhaul.example.demo.poll.PartnerServer.Behaviour;
import dev.longhaul.example.http.RefusedException;
import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.sim.KillPoints;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job with a real HTTP server, in virtual time. */
class PollPartnerTest {

    private static PartnerServer server;
    private static KilledPartner partner;

    private Behaviour behaviour = call -> 200;
    private int readyAtCall = 4;

    @BeforeAll
    static void start() throws IOException {
        server = new PartnerServer();
        partner = new KilledPartner(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachOperationIsDoneOnceWhereverTheJobDies() {
        readyAtCall = 1;
        tester().outcome(() -> server.done())
                .ignoring("polls", "deadline")
                .afterEach(run ->
                        assertThat(server.done()).as(run.transcript()).containsExactly("pack", "label", "invoice"))
                .killAtEveryPoint();
    }

    @Test
    void theWaitsGrowAndAreNotBilled() {
        readyAtCall = 7;
        ChainRun<PollPartner> run = tester().run()
                .assertCompleted()
                .assertResult("{\"ready\":true,\"receipts\":[\"pack-1\",\"label-2\",\"invoice-3\"]}");

        assertThat(server.calls()).isEqualTo(7 + 1 + 3);
        assertThat(run.took())
                .as("1, 2, 4, 8, 16, 32 and 60 minutes, each with up to one for the sweeper")
                .isBetween(Duration.ofMinutes(123), Duration.ofMinutes(131));
        assertThat(Duration.ofMillis(run.chain().billedMillis())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aWebhookThatComesBeforeThePollEndsTheWait() {
        behaviour = call -> {
            if (call == 6) {
                server.makeReady();
            }
            return 200;
        };
        readyAtCall = Integer.MAX_VALUE;
        ChainRun<PollPartner> run =
                tester().signal("ready", "null", Duration.ofMinutes(45)).run().assertCompleted();

        assertThat(server.calls()).as("of which one before the next was due").isEqualTo(7 + 3);
        assertThat(run.took()).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(46));
    }

    @Test
    void aWebhookThatComesTooEarlyIsNoMoreThanAReasonToAsk() {
        ChainRun<PollPartner> run = tester().signal("ready", "null", Duration.ofMillis(1))
                .signal("ready", "null", Duration.ofMinutes(4))
                .run()
                .assertCompleted();

        assertThat(run.took()).as("1, 2, and then 1, 2 minutes again").isLessThan(Duration.ofMinutes(12));
        assertThat(server.done()).containsExactly("pack", "label", "invoice");
    }

    @Test
    void aPartnerThatIsAwayForAnHourIsWaitedFor() {
        behaviour = call -> call >= 6 && call < 30 ? 500 : 200;
        ChainRun<PollPartner> run = tester().run().assertCompleted();

        assertThat(server.done()).containsExactly("pack", "label", "invoice");
        assertThat(run.took()).isGreaterThan(Duration.ofHours(1));
        assertThat(Duration.ofMillis(run.chain().billedMillis())).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void theDeadlineEndsTheWait() {
        readyAtCall = Integer.MAX_VALUE;
        ChainRun<PollPartner> run = tester().run().assertCompleted().assertResult("{\"ready\":false,\"receipts\":[]}");

        assertThat(run.took())
                .isBetween(Duration.ofHours(6), Duration.ofHours(6).plusMinutes(2));
        assertThat(server.done()).isEmpty();
    }

    @Test
    void theDeadlineEndsTheWaitForAPartnerThatIsAway() {
        behaviour = call -> 500;
        ChainRun<PollPartner> run = tester().run().assertCompleted().assertResult("{\"ready\":false,\"receipts\":[]}");

        assertThat(run.took())
                .isBetween(Duration.ofHours(6), Duration.ofHours(6).plusMinutes(7));
    }

    @Test
    void anOrderThatThePartnerDoesNotKnowEndsTheChain() {
        behaviour = call -> 404;

        tester().run().assertFailed(RefusedException.class);
        assertThat(server.calls()).isEqualTo(1);
    }

    private ChainTester<PollPartner> tester() {
        return ChainTester.of(new PollPartnerHandler(partner))
                .event(
                        "{\"order\":\"o 17/a\",\"operations\":[\"pack\",\"label\",\"invoice\"],\"firstWait\":\"PT1M\",\"patience\":\"PT6H\"}")
                .beforeEach(() -> server.reset(call -> {
                    if (call == readyAtCall) {
                        server.makeReady();
                    }
                    return behaviour.answer(call);
                }))
                .prepare((job, points) -> partner.points = points);
    }

    /** The job may die behind an operation, before it knows of it. */
    private static final class KilledPartner extends Partner {

        private KillPoints points = null;

        KilledPartner(String url) {
            super(url);
        }

        @Override
        Receipt operate(String id, String operation, String key) throws IOException, InterruptedException {
            Receipt receipt = super.operate(id, operation, key);
            points.pass("the partner has done " + operation);
            return receipt;
        }
    }
}

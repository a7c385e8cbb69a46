package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated events: each is refused with a message, dropped, or a proper start; none changes a chain that is not its own.
 *
 * <p>{@code -Dlonghaul.seed=N} replays the events of a seed.
 */
class EventFuzzTest {

    private static final int EVENTS = 20_000;

    private final JobOptions options = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .build();
    private final CountingJob job = new CountingJob(options, 3, (count, hop) -> {});
    private final Rig rig = new Rig(job);
    private final Map<String, ChainRecord> standing = new LinkedHashMap<>();

    @Test
    void noMutatedEventChangesAChain() throws Exception {
        long seed = Long.getLong("longhaul.seed", new SplittableRandom().nextLong());
        System.out.println("events from seed " + seed);
        EventMutations mutations = new EventMutations(new SplittableRandom(seed));
        standingChains();
        Set<String> outcomes = new HashSet<>();
        for (int number = 0; number < EVENTS; number++) {
            String event = mutations.next();
            outcomes.add(outcome(event, "fuzz-" + number, "event " + number + " of seed " + seed + ": " + event));
        }

        assertThat(outcomes).contains("refused", "started", "DROPPED");
    }

    /** Delivers an event to a function, as bytes like Lambda does. */
    private String outcome(String event, String requestId, String name) throws Exception {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        String outcome;
        try {
            HopAnswer answer = rig.deliver(new String(bytes, StandardCharsets.UTF_8), requestId);
            boolean own =
                    rig.store.read("Count", answer.chainId()).isPresent() && !standing.containsKey(answer.chainId());
            outcome = own ? "started" : answer.status().name();
            assertThat(answer.status())
                    .as(name)
                    .isIn(own ? List.of(Status.COMPLETED, Status.DROPPED) : List.of(Status.DROPPED));
        } catch (EventException | StartEventException e) {
            assertThat(e).as(name).hasMessageMatching("(?s)the (start )?event.{10,}");
            outcome = "refused";
        } catch (UnknownChainException e) {
            assertThat(e).as(name).hasMessageStartingWith("the store memory: has no chain ");
            outcome = "refused";
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + " ends in " + e, e);
        }
        standing.forEach((id, before) -> assertThat(rig.record(id)).as(name).isEqualTo(before));
        return outcome;
    }

    /** A chain in every status. The one that may be claimed waits for a hop that no event names. */
    private void standingChains() {
        Claimant other = new Claimant("other", Rig.ARN, null, rig.time.nowMillis(), rig.time.nowMillis() + 900_000);
        for (ChainStatus status : ChainStatus.values()) {
            String id = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            ChainRecord first = ((Claim.Granted) Claims.start(null, "Count", id, "{}", other)).next();
            ChainRecord then = first.change()
                    .status(status)
                    .hop(status == ChainStatus.HANDED_OFF ? 765_432 : 1)
                    .build();
            rig.store.write(first);
            rig.store.write(then);
            standing.put(id, then);
        }
    }
}

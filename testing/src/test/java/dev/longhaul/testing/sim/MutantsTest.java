package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation is only worth something if it catches a broken protocol: each of these must not survive. */
class MutantsTest {

    private static final int WORLDS = 5_000;

    @TempDir
    Path folder;

    static List<Mutant> mutants() {
        return List.of(
                // Who has the chain.
                new Mutant(
                        "the epoch is not checked",
                        "engine/Committer.java",
                        "if (now.epoch() != epoch || now.status() != ChainStatus.RUNNING) {",
                        "if (now.status() != ChainStatus.RUNNING) {"),
                new Mutant(
                        "the revision is not checked",
                        "store/memory/MemoryStore.java",
                        "(stored == null ? 0 : stored.revision()) == next.revision() - 1",
                        "true"),
                new Mutant(
                        "the lease is ignored",
                        "protocol/Claims.java",
                        "(current.hop() == hop && current.leaseOver(claimant.now()))",
                        "current.hop() == hop"),
                new Mutant(
                        "a takeover keeps the epoch",
                        "protocol/Claims.java",
                        "long epoch = current.epoch() + 1;",
                        "long epoch = current.epoch();"),
                new Mutant(
                        "a chain that has ended is claimed",
                        "protocol/Claims.java",
                        "case COMPLETED, FAILED, STOPPED -> new Refused(Reason.ENDED);",
                        "case COMPLETED, FAILED, STOPPED -> new Granted(claimed(current, claimant), false);"),
                new Mutant(
                        "a sweep forgets the tenant",
                        "continuation/NextHop.java",
                        "event, null, chain.identity().tenantId()",
                        "event, null, null"),
                // What is committed.
                new Mutant(
                        "the next hop is sent before the handoff is written",
                        "engine/HopEnds.java",
                        "ChainRecord left = committer.commit(held -> handOff(held, advance)); sendNext(left);",
                        "sendNext(handOff(committer.held(), advance));"
                                + " ChainRecord left = committer.commit(held -> handOff(held, advance));"),
                new Mutant(
                        "a handoff keeps its number",
                        "protocol/Commits.java",
                        ".withHop(held.hop() + 1)",
                        ".withHop(held.hop())"),
                new Mutant(
                        "a handoff does not write the state",
                        "engine/HopEnds.java",
                        "return Commits.handOff(held, advance, now,",
                        "return Commits.handOff(held, null, now,"),
                new Mutant(
                        "the state is not restored",
                        "engine/StepLoop.java",
                        "fresh.restore(new StateReader(state.json()).noting(dropped));",
                        "new StateReader(state.json());"),
                new Mutant(
                        "a transaction that was rolled back counts as committed",
                        "engine/Committer.java",
                        "if (now.updatedAt() != base.updatedAt()) {",
                        "if (now.updatedAt() < 0) {"),
                new Mutant(
                        "a lock is taken twice",
                        "engine/Committer.java",
                        "ChainRecord now = patience.with(this::stored); requireSame(base, accepted(now)); held = now;",
                        "ChainRecord now = reload(); requireSame(base, accepted(now)); held = now;"),
                new Mutant(
                        "a wait goes on beyond the invocation",
                        "engine/Patience.java",
                        "remaining.getAsLong() - pause < LAST_MOMENT",
                        "remaining.getAsLong() < 0"),
                // The keys.
                new Mutant(
                        "a piece of work that asks for no key takes one",
                        "engine/Pieces.java",
                        "return taken ? keys + 1 : keys;",
                        "return keys + 1;"),
                new Mutant(
                        "a piece of work gives its key to the next one",
                        "engine/Pieces.java",
                        "return taken ? keys + 1 : keys;",
                        "return keys;"),
                new Mutant(
                        "a checkpoint forgets the key that was taken",
                        "engine/Course.java",
                        ".withKeys(pieces.soFar())",
                        ".withKeys(begun.work().keys())"),
                // The waits.
                new Mutant(
                        "a wait forgets what was done before it",
                        "engine/HopEnds.java",
                        "Commits.waiting(base, advance,",
                        "Commits.waiting(base, null,"),
                new Mutant(
                        "a chain that is to stop goes on waiting",
                        "engine/HopEnds.java",
                        "if (stop != null) { if",
                        "if (base.hop() < 0) { if"),
                new Mutant("a wait is not counted", "chain/Usage.java", "waits + 1, since", "waits, since"),
                new Mutant(
                        "a sweep cuts a wait short",
                        "store/memory/MemoryStore.java",
                        "record.leaseOver(now)",
                        "!record.status().terminal() && (record.leaseOver(now) || record.usage().waits() > 0)"),
                // The signals.
                new Mutant(
                        "a commit forgets the signals that came meanwhile",
                        "protocol/Commits.java",
                        "return advance.work().withInbox(left.with("
                                + "left.news().awaited(awaited.told(), awaited.stops())));",
                        "return advance.work();"),
                new Mutant(
                        "a signal that was delivered goes on waiting",
                        "protocol/Commits.java",
                        "before.inbox().delivered(advance.delivered())",
                        "before.inbox()"),
                new Mutant(
                        "a chain ends over a signal",
                        "engine/HopEnds.java",
                        "committer.commit(held -> held.inbox().isEmpty()",
                        "committer.commit(held -> held.hop() >= 0"),
                new Mutant(
                        "a chain waits over a signal",
                        "engine/HopEnds.java",
                        "return base.inbox().isEmpty()",
                        "return base.hop() >= 0"),
                new Mutant(
                        "a signal is accepted twice",
                        "chain/Inbox.java",
                        "waiting.stream().anyMatch(signal -> signal.id().equals(id))",
                        "id.isEmpty()"),
                new Mutant(
                        "the ids of what was delivered are forgotten",
                        "chain/Inbox.java",
                        "ids.add(Digests.of(signal.id()))",
                        "ids.clear()"),
                // That it ends.
                new Mutant(
                        "the hops are not bounded",
                        "protocol/Bounds.java",
                        "if (hops >= maxHops) {",
                        "if (hops >= 10 * maxHops) {"),
                new Mutant(
                                "an invocation that dies counts for nothing",
                                "protocol/Bounds.java",
                                "if (claims >= mostClaims(maxHops, waits)) {",
                                "if (claims < 0) {")
                        .and("if (billed >= maxBilledMillis) {", "if (billed < 0) {"),
                new Mutant(
                        "stalled hops are not counted",
                        "chain/Usage.java",
                        "return new Usage(claims + 1, billedMillis, stalledHops + 1,",
                        "return new Usage(claims + 1, billedMillis, 0,"),
                new Mutant(
                        "the sweeper sends nothing",
                        "sweep/Sweeper.java",
                        "continuation.send(NextHop.of(taken));",
                        "NextHop.of(taken);"),
                new Mutant(
                        "one bad chain keeps the sweeper from the others",
                        "sweep/Sweeper.java",
                        "} catch (RuntimeException e) { log.trouble(chain, Activity.SWEEPING, e);",
                        "} catch (ContinuationException e) { log.trouble(chain, Activity.SWEEPING, e);"),
                new Mutant(
                        "the history grows with the hops",
                        "chain/ChainChange.java",
                        "if (history.size() == HISTORY) {",
                        "if (history.size() < 0) {"),
                // That nothing is poisoned.
                new Mutant(
                        "no room is kept for the end of a record",
                        "engine/RecordRoom.java",
                        "return new RecordRoom(store.maxRecordBytes() - RESERVE);",
                        "return new RecordRoom(store.maxRecordBytes());"),
                new Mutant("a thread is left interrupted", "engine/ThreadGuard.java", "Thread.interrupted();", ""),
                // That one chain of a job lives at a time.
                new Mutant(
                        "a start does not look at the slot",
                        "protocol/Slots.java",
                        "return holder == null ? now >= slot.leaseUntil() : holder.status().terminal();",
                        "return slot.revision() > 0 || holder == null;"),
                new Mutant(
                        "a chain begins without the slot",
                        "engine/SlotGate.java",
                        "if (slot != null && !slot.owner().equals(chain.chainId())) {",
                        "if (slot != null && slot.revision() < 0) {"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSimulationCatches(Mutant mutant) throws Exception {
        assertThat(Mutants.firstBroken(mutant, Proof.class, WORLDS, folder))
                .as("in " + WORLDS + " worlds")
                .contains("breaks an invariant");
    }

    /** In the very same worlds: so that nothing but the mutant is caught. */
    @Test
    void theProductItselfIsNotCaught() throws Exception {
        String code = "package dev.longhaul.runtime.protocol;";
        assertThat(Mutants.firstBroken(
                        new Mutant("none", "protocol/Claims.java", code, code), Proof.class, WORLDS, folder))
                .isEmpty();
    }
}

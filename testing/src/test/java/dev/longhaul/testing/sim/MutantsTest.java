package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
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
                new Mutant(
                        "the epoch is not checked",
                        "engine/Ledger.java",
                        "if (now.epoch() != epoch || now.status() != ChainStatus.RUNNING) {",
                        "if (now.status() != ChainStatus.RUNNING) {"),
                new Mutant(
                        "the revision is not checked",
                        "store/memory/MemoryStore.java",
                        "written.set((stored == null ? 0 : stored.revision()) == next.revision() - 1);",
                        "written.set(true);"),
                new Mutant(
                        "the lease is ignored",
                        "protocol/Claims.java",
                        "current.leaseOver(claimant.now())",
                        "claimant.now() > 0"),
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
                        "the next hop is sent before the handoff is written",
                        "engine/Exits.java",
                        "ChainRecord left = ledger.commit(held -> handOff(held, advance));\n        sendNext(left);",
                        "sendNext(handOff(ledger.held(), advance));"
                                + " ChainRecord left = ledger.commit(held -> handOff(held, advance));"),
                new Mutant(
                        "a handoff keeps its number",
                        "protocol/Commits.java",
                        ".withHop(held.hop() + 1)",
                        ".withHop(held.hop())"),
                new Mutant(
                        "a handoff does not write the state",
                        "engine/Exits.java",
                        "return Commits.handOff(held, advance, now,",
                        "return Commits.handOff(held, null, now,"),
                new Mutant(
                        "the state is not restored",
                        "engine/StepLoop.java",
                        "fresh.restore(new StateReader(state.json()));",
                        "new StateReader(state.json());"),
                new Mutant(
                        "a piece of work that asks for no key takes one",
                        "engine/StepLoop.java",
                        "return keyTaken ? keys + 1 : keys;",
                        "return keys + 1;"),
                new Mutant(
                        "the hops are not bounded",
                        "protocol/Bounds.java",
                        "if (hops >= maxHops) {",
                        "if (hops >= 10 * maxHops) {"),
                new Mutant(
                        "stalled hops are not counted",
                        "chain/Usage.java",
                        "return new Usage(claims + 1, billedMillis, stalledHops + 1,",
                        "return new Usage(claims + 1, billedMillis, 0,"),
                new Mutant(
                        "a start does not look at the slot",
                        "protocol/Slots.java",
                        "return holder == null ? now >= slot.leaseUntil() : holder.status().terminal();",
                        "return slot.revision() > 0 || holder == null;"),
                new Mutant(
                        "a chain begins without the slot",
                        "engine/SlotGate.java",
                        "if (slot != null && !slot.owner().equals(chain.chainId())) {",
                        "if (slot != null && slot.revision() < 0) {"),
                new Mutant(
                        "the sweeper sends nothing",
                        "control/Sweeper.java",
                        "continuation.send(ChainControl.next(taken));",
                        "ChainControl.next(taken);"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSimulationCatches(Mutant mutant) throws Exception {
        Class<?> proof = MutantLoader.of(mutant, folder).loadClass("dev.longhaul.testing.sim.Proof");
        Method run = proof.getDeclaredMethod("run", long.class);
        run.setAccessible(true);
        String caught = "";
        for (long seed = 1; seed <= WORLDS && caught.isEmpty(); seed++) {
            try {
                run.invoke(null, seed);
            } catch (InvocationTargetException e) {
                caught = String.valueOf(e.getCause().getMessage());
            }
        }

        assertThat(caught).as("in " + WORLDS + " worlds").contains("breaks an invariant");
    }
}

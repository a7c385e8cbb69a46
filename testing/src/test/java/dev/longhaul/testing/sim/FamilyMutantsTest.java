package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worlds with families are only worth something if they catch broken ones: each of these must not survive. */
class FamilyMutantsTest {

    private static final int WORLDS = 5_000;

    @TempDir
    Path folder;

    static List<Mutant> mutants() {
        return List.of(
                // The outbox.
                new Mutant(
                        "a child is started before that is committed",
                        "engine/StepLoop.java",
                        "commit(advance()); course.family().start(() -> !flags.shouldYield());",
                        "course.family().start(() -> !flags.shouldYield()); commit(advance());"),
                new Mutant(
                        "more children run than may",
                        "children/Brood.java",
                        "if (queued == 0 || running() >= kind.maxRunning()) {",
                        "if (queued == 0) {"),
                new Mutant(
                        "a start that was lost is not sent again",
                        "children/Family.java",
                        "send(brood, name); return null;",
                        "return null;"),
                new Mutant(
                        "the input of a child is forgotten before it has begun",
                        "children/Brood.java",
                        "put(name, new Child(child.input(), now, child.times() + 1));",
                        "put(name, new Child(null, now, child.times() + 1));"),
                // The news.
                new Mutant(
                        "a child counts as ended that runs",
                        "children/Family.java",
                        "return record.status().terminal() ? Outcome.of(name, record) : null;",
                        "return Outcome.of(name, record);"),
                new Mutant(
                        "an end is told twice",
                        "children/Brood.java",
                        "count(outcome.name(), alive.remove(outcome.name()), -1);",
                        "count(outcome.name(), alive.get(outcome.name()), -1);"),
                new Mutant("an end counts twice", "chain/ChildNews.java", "told + 1", "told + 2"),
                new Mutant(
                        "a commit forgets the ends that were told meanwhile",
                        "protocol/Commits.java",
                        "left.with(left.news().awaited(awaited.told(), awaited.stops()))",
                        "left.with(dev.longhaul.runtime.chain.ChildNews.NONE.awaited(awaited.told(), awaited.stops()))"),
                new Mutant(
                        "a parent waits over news",
                        "engine/HopEnds.java",
                        "base.inbox().isEmpty() && !Commits.isEnough(base, advance)",
                        "base.inbox().isEmpty()"),
                new Mutant(
                        "what was told while a parent looked is not news",
                        "children/Family.java",
                        "new Awaited(toldBefore + Math.max(1, running / 2), stops)",
                        "new Awaited(ties.parent().inbox().news().told() + Math.max(1, running / 2), stops)"),
                new Mutant(
                        "a notice that another one overtakes is lost",
                        "control/ParentNotice.java",
                        "if (store.write(next)) {",
                        "if (store.write(next) || next.revision() > 0) {"),
                new Mutant(
                        "a parent that was told enough is not woken",
                        "control/ParentNotice.java",
                        "continuation.send(NextHop.of(next));",
                        "NextHop.of(next);"),
                new Mutant(
                        "a parent does not look for itself",
                        "engine/StepLoop.java",
                        "nowMillis() + Family.LONGEST_WAIT;",
                        "nowMillis() + 365 * 24 * Family.LONGEST_WAIT;"),
                // The stop.
                new Mutant(
                        "a child begins whose parent was stopped",
                        "engine/Admission.java",
                        "&& parentIsGone(claimed)",
                        "&& claimed.hop() < 0"),
                new Mutant(
                        "a child that died looks for its parent no more",
                        "engine/Admission.java",
                        "bound == null && claimed.state() == null && parentIsGone",
                        "bound == null && before == null && parentIsGone"),
                new Mutant(
                        "a child goes on that was started behind the last commit",
                        "children/Family.java",
                        "brood.namesThatMayRun()",
                        "brood.runningNames()"),
                new Mutant(
                        "a step that overruns at a bound leaves the children alone",
                        "engine/HopEnds.java",
                        "Commits.stopsChildren(before, null) ? null : forbidden(null)",
                        "forbidden(null)"),
                new Mutant(
                        "a parent that is stopped leaves its children alone",
                        "engine/HopEnds.java",
                        "attempts.stopChildren(reason); return true;",
                        "return true;"),
                new Mutant(
                        "a parent that waits is stopped without its children",
                        "protocol/Interventions.java",
                        "current.status() == ChainStatus.WAITING && !current.inbox().news().stops()",
                        "current.status() == ChainStatus.WAITING"),
                new Mutant(
                        "a parent that is about to wait is stopped without its children",
                        "engine/HopEnds.java",
                        "if (Commits.stopsChildren(base, advance)) {",
                        "if (base.hop() < 0) {"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSimulationCatches(Mutant mutant) throws Exception {
        assertThat(Mutants.firstBroken(mutant, FamilyProof.class, WORLDS, folder))
                .as("in " + WORLDS + " worlds")
                .contains("breaks an invariant");
    }

    /** In the very same worlds: so that nothing but the mutant is caught. */
    @Test
    void theProductItselfIsNotCaught() throws Exception {
        String code = "package dev.longhaul.runtime.protocol;";
        assertThat(Mutants.firstBroken(
                        new Mutant("none", "protocol/Claims.java", code, code), FamilyProof.class, WORLDS, folder))
                .isEmpty();
    }
}

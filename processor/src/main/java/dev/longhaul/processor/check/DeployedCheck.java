package dev.longhaul.processor.check;

import dev.longhaul.processor.form.Compatibility;
import dev.longhaul.processor.form.Deployed;
import dev.longhaul.processor.form.Difference;
import dev.longhaul.processor.form.Form;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.form.StateForm;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether chains that a deployed version has begun go on with this one. */
final class DeployedCheck implements Check {

    private final @Nullable Deployed deployed;
    private final Forms forms;

    DeployedCheck(@Nullable Deployed deployed, Forms forms) {
        this.deployed = deployed;
        this.forms = forms;
    }

    @Override
    public void check(Job job, Report report) {
        if (deployed == null || !report.isClean() || !job.isWhole()) {
            // A job that is refused anyway has no form.
            return;
        }
        List<StateForm> stored = deployed.of(job.name());
        if (stored.isEmpty()) {
            report.add(EvolutionProblems.notDeployed(job.at(), job.name()));
            return;
        }
        StateForm present = forms.of(job);
        Set<String> dropped = Set.copyOf(job.options().dropped().value());
        // Two versions can have the same difference.
        Set<Problem> problems = new LinkedHashSet<>();
        for (StateForm form : stored) {
            Compatibility.of(form, present, dropped).forEach(difference -> problems.add(problem(difference, job)));
        }
        problems.forEach(report::add);
    }

    private static Problem problem(Difference difference, Job job) {
        Located<String> where = where(difference.field(), job);
        if (difference instanceof Difference.Lost lost) {
            return EvolutionProblems.stateLost(
                    where, lost.name(), lost.form().words(), lost.owner(), lost.candidates());
        }
        if (difference instanceof Difference.Changed changed) {
            return EvolutionProblems.stateChanged(
                    where,
                    changed.path(),
                    changed.stored().words(),
                    changed.read().words(),
                    changed.reason(),
                    changed.name(),
                    isCodable(changed));
        }
        if (difference instanceof Difference.Merged merged) {
            return EvolutionProblems.stateMerged(where, merged.path(), merged.names());
        }
        Difference.Recoded recoded = (Difference.Recoded) difference;
        return EvolutionProblems.codecReads(
                where, recoded.path(), recoded.stored().words(), recoded.read().codec());
    }

    /** A field of the state, and no primitive. */
    private static boolean isCodable(Difference.Changed changed) {
        return changed.path().equals(changed.field())
                && !(changed.read() instanceof Form.Leaf leaf && leaf.isPrimitive());
    }

    private static Located<String> where(String field, Job job) {
        return job.states().stream()
                .filter(state -> state.name().equals(field))
                .map(state -> Located.at(field, state.element()))
                .findFirst()
                .orElseGet(job::at);
    }
}

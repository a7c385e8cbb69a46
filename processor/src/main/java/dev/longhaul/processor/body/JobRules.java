package dev.longhaul.processor.body;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.print.Messages;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import java.util.IdentityHashMap;
import java.util.List;

/** The rules on one job. */
final class JobRules implements Bodies.Rules {

    private final Options options;
    private final Code code;
    private final Trees trees;
    private final Messages messages;
    private final IdentityHashMap<Problem, Tree> places = new IdentityHashMap<>();

    JobRules(Options options, Code code, Trees trees, Messages messages) {
        this.options = options;
        this.code = code;
        this.trees = trees;
        this.messages = messages;
    }

    @Override
    public void check(Report report) {
        Findings findings = new Findings(report, places);
        Roles roles = Roles.of(code);
        List<FieldUse> uses = FieldUses.in(code);
        new EndRules(code, roles, uses).check(findings);
        new SavedRules(code, roles, uses).check(findings);
        Sleeps.check(code, roles, options, findings);
        Yields.check(code, roles, findings);
        Identities.check(code, roles, findings);
        Unmodifiables.check(code, roles, uses, findings);
        new NotRestored(code).check(findings);
    }

    /** Prints problems at the trees: javac may know the places of elements no longer. */
    Messages messages() {
        return (kind, problem) -> {
            Tree place = places.get(problem);
            Tree tree = place == null ? code.declaration(problem.where().element()) : place;
            for (ResolvedClass one : code.classes()) {
                Tree original = tree == null ? null : one.original(tree);
                if (original != null) {
                    trees.printMessage(kind, problem.message(), original, one.unit());
                    return;
                }
            }
            messages.print(kind, problem);
        };
    }
}

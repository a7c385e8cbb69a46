package dev.longhaul.processor.body;

import com.sun.source.tree.Tree;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import java.util.IdentityHashMap;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What the rules find in a job, and where in a body it stands. */
final class Findings {

    private final Report report;
    private final IdentityHashMap<Problem, Tree> places;

    Findings(Report report, IdentityHashMap<Problem, Tree> places) {
        this.report = report;
        this.places = places;
    }

    /** Something is wrong with a member. */
    void add(Problem problem) {
        add(problem, null);
    }

    /** Something is wrong at a place in a member's body. */
    void add(Problem problem, @Nullable Tree at) {
        report.add(problem);
        if (at != null) {
            places.put(problem, at);
        }
    }

    /** The place of a member, with its name. */
    static Located<String> at(Element member) {
        return Located.at(member.getSimpleName().toString(), member);
    }
}

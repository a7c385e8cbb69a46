package dev.longhaul.processor.problem;

import dev.longhaul.processor.problem.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** The problems of a job, in the order in which they were found. Not thread-safe. */
public final class Report {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a problem. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** What was found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a problem of that name was found. */
    public boolean has(ProblemId id) {
        return problems.stream().anyMatch(problem -> problem.id() == id);
    }

    /** Whether nothing was found that must not compile. */
    public boolean isClean() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}

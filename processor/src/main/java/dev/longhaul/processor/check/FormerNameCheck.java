package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Saved;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Whether each stored name is the present or a former name of one field alone, in the state and in each part of it. */
final class FormerNameCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        // A generic class is a type of its own for each of its arguments, with the same annotations.
        Set<Problem> problems = new LinkedHashSet<>();
        check(job.states(), problems);
        for (Composite composite : job.state().composites().values()) {
            check(composite.parts(), problems);
        }
        Set<String> names = job.states().stream().map(StateField::name).collect(Collectors.toSet());
        for (String dropped : job.options().dropped().value()) {
            if (names.contains(dropped)) {
                problems.add(
                        EvolutionProblems.droppedIsThere(job.options().dropped().with(dropped)));
            }
        }
        problems.forEach(report::add);
    }

    private static void check(List<? extends Saved> all, Set<Problem> problems) {
        Map<String, Saved> fields = new LinkedHashMap<>();
        all.forEach(field -> fields.put(field.name(), field));
        Map<String, String> owners = new HashMap<>();
        fields.keySet().forEach(name -> owners.put(name, name));
        fields.forEach((name, field) -> {
            for (String former : field.formerly().value()) {
                Located<String> where = field.formerly().with(former);
                if (!SourceVersion.isIdentifier(former)) {
                    problems.add(EvolutionProblems.formerNameInvalid(where, name));
                    continue;
                }
                String owner = owners.putIfAbsent(former, name);
                if (owner != null) {
                    problems.add(EvolutionProblems.formerNameTaken(where, name, owner));
                }
            }
        });
    }
}

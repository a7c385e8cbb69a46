package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
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
        Map<String, Located<List<String>>> fields = new LinkedHashMap<>();
        job.states().forEach(field -> fields.put(field.name(), field.formerly()));
        check(fields, problems);
        for (Composite composite : job.state().composites().values()) {
            check(parts(composite), problems);
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

    private static Map<String, Located<List<String>>> parts(Composite composite) {
        Map<String, Located<List<String>>> parts = new LinkedHashMap<>();
        if (composite instanceof Composite.Components components) {
            components.components().forEach(part -> parts.put(part.name(), part.formerly()));
        } else {
            ((Composite.Bean) composite).properties().forEach(part -> parts.put(part.name(), part.formerly()));
        }
        return parts;
    }

    private static void check(Map<String, Located<List<String>>> fields, Set<Problem> problems) {
        Map<String, String> owners = new HashMap<>();
        fields.keySet().forEach(name -> owners.put(name, name));
        fields.forEach((name, formerly) -> {
            for (String former : formerly.value()) {
                Located<String> where = formerly.with(former);
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

package dev.longhaul.processor.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.FieldUse.How;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The rules about fields that are not saved, and that the next hop does not have as this one left them. */
final class SavedRules {

    private static final Set<How> LOOKS = EnumSet.of(How.READ, How.TESTED);

    private final Code code;
    private final Roles roles;
    private final boolean saves;
    private final Map<VariableElement, List<FieldUse>> uses;
    private final Reach later;
    private final Reach first;
    private final Reach steps;

    SavedRules(Code code, Roles roles, List<FieldUse> uses) {
        this.code = code;
        this.roles = roles;
        this.saves = code.hierarchy().stream()
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .anyMatch(Progress::isSaved);
        this.uses = uses.stream()
                .filter(use -> !Progress.isSaved(use.field()))
                .collect(Collectors.groupingBy(FieldUse::field, LinkedHashMap::new, Collectors.toList()));
        this.later = Reach.from(code, roles.later());
        this.first = Reach.from(code, roles.starts());
        this.steps = Reach.from(code, roles.steps());
    }

    /** Looks at a job that saves something: of one that saves nothing at all, that is told. */
    void check(Findings findings) {
        if (!saves) {
            return;
        }
        Set<VariableElement> told = new LinkedHashSet<>();
        uses.forEach((field, all) -> {
            if (isFilledAtTheStart(field, all)) {
                told.add(field);
                findings.add(startNotSaved(
                        Findings.at(field),
                        roles.starts().iterator().next().getSimpleName().toString(),
                        reader(all)));
            }
        });
        for (ExecutableElement end : roles.ends()) {
            Set<ExecutableElement> asked = Reach.from(code, Set.of(end)).methods();
            uses.forEach((field, all) -> {
                String name = end.getSimpleName().toString();
                if (!isReadIn(asked, all) || told.contains(field)) {
                    return;
                }
                if (isCounted(all, asked) && !Given.isKeptElsewhere(field, code)) {
                    told.add(field);
                    findings.add(progressNotSaved(Findings.at(field), name));
                } else if (isSetByAClock(field, all) && readsClock(asked)) {
                    told.add(field);
                    findings.add(clockStartsAgain(Findings.at(field), name));
                }
            });
        }
    }

    /** Whether only the start hook gives a field what the hops read: all but the first find it as it is made. */
    private boolean isFilledAtTheStart(VariableElement field, List<FieldUse> all) {
        boolean shared = field.getModifiers().contains(Modifier.STATIC);
        boolean hidden = !later.isOpen() || field.getModifiers().contains(Modifier.PRIVATE);
        Predicate<FieldUse> atTheStart = use -> use.method() != null
                && first.methods().contains(use.method())
                && !later.methods().contains(use.method());
        Set<How> gains = EnumSet.of(How.SET, How.COUNTED, How.FILLED);
        Set<How> harmless = EnumSet.of(How.READ, How.DRAINED);
        return !shared
                && hidden
                && all.stream().anyMatch(use -> atTheStart.test(use) && gains.contains(use.how()) && !isFlag(use.at()))
                && all.stream()
                        .filter(atTheStart.negate())
                        .allMatch(use -> harmless.contains(use.how()) || (use.making() && isBeginning(use.at())))
                && isReadIn(later.methods(), all);
    }

    /** Whether a field is set to true or to false: it may tell the first hop from the others. */
    private static boolean isFlag(Tree use) {
        return use instanceof AssignmentTree assignment
                && assignment.getExpression().getKind() == Tree.Kind.BOOLEAN_LITERAL;
    }

    /** Whether a constructor gives a field nothing but what it would have to begin with. */
    private static boolean isBeginning(Tree use) {
        return use instanceof AssignmentTree assignment
                && (assignment.getExpression() instanceof LiteralTree
                        || (assignment.getExpression() instanceof NewClassTree made
                                && made.getArguments().isEmpty()));
    }

    private static boolean isReadIn(Set<ExecutableElement> methods, List<FieldUse> all) {
        return all.stream()
                .anyMatch(use -> use.method() != null
                        && methods.contains(use.method())
                        && use.how() != How.SET
                        && use.how() != How.COUNTED);
    }

    /** The first method that reads a field after the start. */
    private String reader(List<FieldUse> all) {
        return all.stream()
                .map(FieldUse::method)
                .filter(method -> method != null && later.methods().contains(method))
                .map(method -> method.getSimpleName().toString())
                .findFirst()
                .orElse("");
    }

    /** Whether the steps count a field up or fill it, and nothing ever brings it back: it counts what all steps have done. */
    private boolean isCounted(List<FieldUse> all, Set<ExecutableElement> asked) {
        Predicate<FieldUse> inStep =
                use -> use.method() != null && steps.methods().contains(use.method());
        Set<How> counts = EnumSet.of(How.COUNTED, How.FILLED);
        return all.stream().anyMatch(use -> inStep.test(use) && counts.contains(use.how()))
                && all.stream()
                        .filter(use -> !isAtTheBeginning(use))
                        .allMatch(use -> LOOKS.contains(use.how())
                                || (counts.contains(use.how()) && !asked.contains(use.method())));
    }

    private boolean isAtTheBeginning(FieldUse use) {
        return use.making()
                || (use.method() != null
                        && first.methods().contains(use.method())
                        && !later.methods().contains(use.method()));
    }

    /** Whether methods compare with the time that it is: else a field may hold the time at which the hop began. */
    private boolean readsClock(Set<ExecutableElement> methods) {
        return methods.stream().map(code::body).anyMatch(body -> body != null && Clocks.isRead(body.getBody(), code));
    }

    /** Whether a field is set where the object is made, and there from a clock. */
    private boolean isSetByAClock(VariableElement field, List<FieldUse> all) {
        if (!Clocks.isTime(field.asType())
                || !all.stream().allMatch(use -> LOOKS.contains(use.how()) || use.making())) {
            return false;
        }
        VariableTree source = code.source(field);
        return (source != null && Clocks.isRead(source.getInitializer(), code))
                || all.stream()
                        .anyMatch(use -> use.how() == How.SET
                                && use.at() instanceof AssignmentTree assignment
                                && Clocks.isRead(assignment.getExpression(), code));
    }

    /**
     * A hop would not find what the first one had.
     *
     * @param start the method that gives it
     * @param reader a method that reads it
     */
    private static Problem startNotSaved(Located<String> field, String start, String reader) {
        return Problem.warning(
                ProblemId.StartNotSaved,
                field.value() + " gets its value in " + start + ", which runs in the first hop only, and " + reader
                        + " reads it, but it is not saved: in every other hop it is as the constructor left it. Make it a"
                        + " @State field.",
                field);
    }

    /**
     * A hop would begin again.
     *
     * @param end the method that reads it
     */
    private static Problem progressNotSaved(Located<String> field, String end) {
        return Problem.warning(
                ProblemId.ProgressNotSaved,
                field.value() + " counts what the steps have done, and " + end
                        + " reads it, but it is not saved: it does not count what was done in other hops. Make it a @State"
                        + " field.",
                field);
    }

    /**
     * The time would begin again.
     *
     * @param end the method that reads it
     */
    private static Problem clockStartsAgain(Located<String> field, String end) {
        return Problem.warning(
                ProblemId.ClockStartsAgain,
                field.value() + " is set from a clock when the object is made, and " + end
                        + " reads it, but it is not saved: the time begins again in another hop. Make it a @State field.",
                field);
    }
}

package dev.longhaul.processor.body;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.longhaul.processor.body.ResolvedClass.Assignment;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whether a field of the state is given a new collection that would be another one in the next hop: the handler restores
 * what the field is declared as. The runtime's {@code Restorable} looks at the collections themselves.
 */
final class NotRestored {

    private static final String UTIL = "java.util.";

    /** What interfaces are restored as. */
    private static final Map<String, String> RESTORED = Map.of(
            "Collection", "ArrayList",
            "List", "ArrayList",
            "Queue", "ArrayDeque",
            "Deque", "ArrayDeque",
            "Set", "LinkedHashSet",
            "SortedSet", "TreeSet",
            "NavigableSet", "TreeSet",
            "Map", "LinkedHashMap",
            "SortedMap", "TreeMap",
            "NavigableMap", "TreeMap");

    /** Queues of the order of their elements. */
    private static final Set<String> QUEUES = Set.of(
            UTIL + "ArrayDeque",
            UTIL + "LinkedList",
            UTIL + "concurrent.ConcurrentLinkedDeque",
            UTIL + "concurrent.ConcurrentLinkedQueue");

    private static final Set<String> CLASSES = Set.of(
            "ArrayDeque",
            "ArrayList",
            "HashMap",
            "HashSet",
            "LinkedHashMap",
            "LinkedHashSet",
            "LinkedList",
            "TreeMap",
            "TreeSet");

    /** Methods that give a view of a collection. */
    private static final Pattern VIEWS = Pattern.compile("(synchronized|checked)\\w+|newSetFromMap");

    private final Code code;
    private final Values values;

    NotRestored(Code code) {
        this.code = code;
        this.values = new Outcomes(code).values();
    }

    void check(Findings findings) {
        for (TypeElement type : code.hierarchy()) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (Mirrors.find(field, Names.STATE)
                        .filter(state -> state.getElementValues().isEmpty())
                        .isPresent()) {
                    check(field, findings);
                }
            }
        }
    }

    private void check(VariableElement field, Findings findings) {
        String declared = simple(field.asType());
        for (Assignment assignment : code.assignments(field)) {
            for (NewClassTree created : created(assignment.value())) {
                TypeMirror type = code.type(created);
                String objection = type == null ? null : objection(declared, created, type);
                if (objection != null) {
                    findings.add(stateNotRestored(Findings.at(field), objection), created);
                    return;
                }
            }
        }
    }

    /** The collections that an expression creates, of which its value is one, or a view of one. */
    private List<NewClassTree> created(@Nullable Tree value) {
        Tree bare = value == null ? null : Code.bare(value);
        if (bare instanceof NewClassTree created) {
            return List.of(created);
        }
        if (bare instanceof TypeCastTree cast) {
            return created(cast.getExpression());
        }
        if (bare instanceof ConditionalExpressionTree either) {
            return Stream.concat(
                            created(either.getTrueExpression()).stream(), created(either.getFalseExpression()).stream())
                    .toList();
        }
        return bare instanceof MethodInvocationTree call && isView(call)
                ? created(call.getArguments().get(0))
                : List.of();
    }

    private boolean isView(MethodInvocationTree call) {
        ExecutableElement called = code.called(call);
        return called != null
                && Code.ownerName(called).equals(UTIL + "Collections")
                && VIEWS.matcher(called.getSimpleName()).matches()
                && !call.getArguments().isEmpty();
    }

    private @Nullable String objection(String declared, NewClassTree created, TypeMirror type) {
        if (CLASSES.contains(declared) && !name(type).equals(UTIL + declared)) {
            return other(type, declared);
        }
        String restored = RESTORED.getOrDefault(declared, declared);
        if (created.getArguments().isEmpty() && name(type).equals(UTIL + restored)) {
            return null;
        }
        if (hasComparator(created) && (isA(type, "SortedMap") || isA(type, "SortedSet"))) {
            return article(simple(type)) + " with a comparator, and is restored as a " + restored + " without one";
        }
        boolean another = switch (declared) {
            case "Collection" -> isA(type, "Set") || (isA(type, "Queue") && !QUEUES.contains(name(type)));
            case "Queue", "Deque" -> !QUEUES.contains(name(type));
            // A map is one that Collections.newSetFromMap makes a set of.
            case "Set" -> isA(type, "SortedSet") || isA(type, "IdentityHashMap") || isA(type, "WeakHashMap");
            case "Map" ->
                isA(type, "IdentityHashMap")
                        || isA(type, "WeakHashMap")
                        || (isA(type, "LinkedHashMap") && !name(type).equals(UTIL + "LinkedHashMap"));
            default -> false;
        };
        if (another || isChanged(type)) {
            return other(type, restored);
        }
        return name(type).equals(UTIL + "LinkedHashMap") && isOrderedByAccess(created)
                ? "a LinkedHashMap in the order of access, and is restored as one in the order of insertion"
                : null;
    }

    private static String other(TypeMirror created, String restored) {
        String name = simple(created);
        return (name.isEmpty() ? "a class without a name" : article(name)) + ", and is restored as "
                + article(restored);
    }

    private static String article(String name) {
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    private boolean hasComparator(NewClassTree created) {
        if (created.getArguments().isEmpty()) {
            return false;
        }
        Tree first = bare(created.getArguments().get(0));
        TypeMirror type = code.type(first);
        if (type == null || !isA(type, "Comparator")) {
            return false;
        }
        ExecutableElement called = code.called(first);
        return called == null || !called.getSimpleName().contentEquals("naturalOrder");
    }

    /** What is in casts and parentheses. */
    private static Tree bare(Tree tree) {
        Tree bare = Code.bare(tree);
        return bare instanceof TypeCastTree cast ? bare(cast.getExpression()) : bare;
    }

    private boolean isOrderedByAccess(NewClassTree created) {
        return created.getArguments().size() == 3
                && !Boolean.FALSE.equals(values.of(created.getArguments().get(2)));
    }

    /** Whether a class of somebody's extends a collection of the JDK, and does something in another way. */
    private boolean isChanged(TypeMirror type) {
        if (Code.isIn("java.", type) || !(code.types().asElement(type) instanceof TypeElement element)) {
            return false;
        }
        TypeMirror parent = element.getSuperclass();
        return isChanged(parent)
                || ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                        .anyMatch(method -> replacesJdk(method, parent));
    }

    private boolean replacesJdk(ExecutableElement method, TypeMirror parent) {
        return code.types().asElement(parent) instanceof TypeElement above
                && !above.getQualifiedName().contentEquals("java.lang.Object")
                && (replacesJdk(method, above.getSuperclass())
                        || ElementFilter.methodsIn(above.getEnclosedElements()).stream()
                                .anyMatch(other -> Code.isJdk(other)
                                        && !other.getModifiers().contains(Modifier.ABSTRACT)
                                        && other.getSimpleName().equals(method.getSimpleName())
                                        && other.getParameters().size()
                                                == method.getParameters().size()));
    }

    /** Whether a type is one of {@code java.util}, or below it. */
    private boolean isA(TypeMirror type, String name) {
        return type instanceof DeclaredType
                && (name(type).equals(UTIL + name)
                        || code.types().directSupertypes(type).stream().anyMatch(parent -> isA(parent, name)));
    }

    private static String name(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : "";
    }

    private static String simple(TypeMirror type) {
        Element element = type instanceof DeclaredType declared ? declared.asElement() : null;
        return element == null ? "" : element.getSimpleName().toString();
    }

    /**
     * A collection would be another one in the next hop.
     *
     * @param what what it is, and what it is restored as
     */
    private static Problem stateNotRestored(Located<String> field, String what) {
        return Problem.error(
                ProblemId.StateNotRestored,
                "the @State field " + field.value() + " is given " + what
                        + ", so that it would be another collection in"
                        + " the next hop. Declare the field as a type that is restored as it is, or give it a codec:"
                        + " @State(codec = ...).",
                field);
    }
}

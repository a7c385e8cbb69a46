package dev.longhaul.processor.body;

import com.sun.source.tree.MethodTree;
import dev.longhaul.processor.body.Outcome.Endless;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** How the methods of a job end. */
final class Outcomes {

    private final Code code;
    private final Values values;
    private final @Nullable ExecutableElement neverBack;
    private final Map<ExecutableElement, Outcome> found = new HashMap<>();
    private final Set<ExecutableElement> recursive = new HashSet<>();

    /** The outcomes where all constants have their values. */
    Outcomes(Code code) {
        this(code, Constants.ALL, null);
    }

    /** The outcomes where fields have certain values. */
    Outcomes(Code code, Constants constants) {
        this(code, constants, null);
    }

    /** The outcomes if calls of a method never came back. */
    private Outcomes(Code code, Constants constants, @Nullable ExecutableElement neverBack) {
        this.code = code;
        this.values = new Values(code, this, constants);
        this.neverBack = neverBack;
    }

    Values values() {
        return values;
    }

    /** How a call of a method ends. */
    Outcome of(ExecutableElement method) {
        if (method.equals(neverBack)) {
            return Outcome.never(new Endless(method, true));
        }
        Outcome known = found.get(method);
        if (known != null) {
            recursive.add(method);
            return known;
        }
        MethodTree tree = code.body(method);
        if (tree == null) {
            return Outcome.unknown();
        }
        // Until it is known: what is called again while it is read can do anything.
        found.put(method, Outcome.unknown());
        recursive.remove(method);
        Outcome outcome = read(method, tree);
        if (recursive.contains(method) && neverBack == null) {
            // If it came back only after calls of itself had, it would never come back.
            Outcome again = new Outcomes(code, values.constants(), method).read(method, tree);
            outcome = again.isEndless() ? again : outcome;
        }
        found.put(method, outcome);
        return outcome;
    }

    private Outcome read(ExecutableElement method, MethodTree tree) {
        return new Flow(code, this, method).read(tree.getBody());
    }
}

package dev.longhaul.processor.body.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.value.Constants;
import dev.longhaul.processor.body.value.Lookup;
import dev.longhaul.processor.body.value.OwnCalls;
import dev.longhaul.processor.body.value.Scope;
import dev.longhaul.processor.body.value.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The outcomes of a job's methods, each found once. Not thread-safe. */
public final class Methods implements OwnCalls {

    /** Deeper than people nest helpers; the bound is for the processor's own stack. */
    private static final int DEEPEST = 40;

    /** So often a method is looked at for the constants that one call gives it: a recursion could go on for ever. */
    private static final int MOST_CALLS = 30;

    private final Lookup lookup;
    private final Helpers helpers;
    private final Constants constants;
    private final Flags flags;
    private final Map<ExecutableElement, Outcome> found = new HashMap<>();
    private int depth;
    private int calls;

    /** The methods of one job. */
    public Methods(Lookup lookup, Helpers helpers) {
        this.lookup = lookup;
        this.helpers = helpers;
        this.constants = new Constants(lookup, this);
        this.flags = new Flags(lookup, constants);
    }

    /** How a method can end, whatever it is called with. */
    public Outcome outcome(ExecutableElement method) {
        Outcome known = found.get(method);
        if (known != null) {
            return known;
        }
        // A method that calls itself finds this meanwhile.
        found.put(method, Outcome.UNKNOWN);
        Outcome outcome = walk(method, List.of());
        found.put(method, outcome);
        return outcome;
    }

    @Override
    public boolean isOwn(MethodInvocationTree call) {
        return helpers.ownName(call) != null;
    }

    @Override
    public @Nullable Object value(TypeElement site, MethodInvocationTree call, List<@Nullable Object> arguments) {
        ExecutableElement method = helpers.called(site, call);
        if (method == null) {
            return null;
        }
        for (Object argument : arguments) {
            if (argument != null && calls < MOST_CALLS) {
                calls++;
                return walk(method, arguments).value();
            }
        }
        return outcome(method).value();
    }

    Words words() {
        return lookup.words();
    }

    Lookup lookup() {
        return lookup;
    }

    Helpers helpers() {
        return helpers;
    }

    Constants constants() {
        return constants;
    }

    Flags flags() {
        return flags;
    }

    private Outcome walk(ExecutableElement method, List<@Nullable Object> arguments) {
        MethodTree tree = lookup.declarations().of(method);
        if (tree == null
                || tree.getBody() == null
                || depth >= DEEPEST
                || !(method.getEnclosingElement() instanceof TypeElement site)) {
            return Outcome.UNKNOWN;
        }
        BlockTree body = tree.getBody();
        Scope scope = new Scope(site, body);
        List<? extends VariableTree> parameters = new ArrayList<>(tree.getParameters());
        for (int i = 0; i < parameters.size(); i++) {
            Object argument = i < arguments.size() ? arguments.get(i) : null;
            VariableTree parameter = parameters.get(i);
            scope.declare(parameter.getName(), Constants.held(argument, parameter.getType()));
        }
        depth++;
        try {
            Outcome outcome = new Flow(this, scope, method.getSimpleName()).outcome(body);
            return outcome.with(Constants.held(outcome.value(), tree.getReturnType()));
        } finally {
            depth--;
        }
    }
}

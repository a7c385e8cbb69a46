package dev.longhaul.processor.body.value;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.util.Elements;

/**
 * The names that the rules look for at every call and every identifier. Javac has one object for each name, so that
 * asking for one here is as cheap as comparing references, and comparing with a string is not.
 */
public final class Words {

    private final Name self;
    private final Name parent;
    private final Name length;
    private final Name stop;
    private final Set<Name> counts;
    private final Set<Name> exits;
    private final Set<Name> knownCalls;

    /** The names in one compilation. */
    public Words(Elements elements) {
        self = elements.getName("this");
        parent = elements.getName("super");
        length = elements.getName("length");
        stop = elements.getName("stop");
        counts = names(elements, "length", "size");
        exits = names(elements, "exit", "halt");
        knownCalls = names(elements, KnownCalls.METHODS);
    }

    private static Set<Name> names(Elements elements, String... texts) {
        Set<Name> names = new HashSet<>();
        for (String text : texts) {
            names.add(elements.getName(text));
        }
        return names;
    }

    /** Whether an expression is {@code this}. */
    public boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier && isThis(identifier.getName());
    }

    /** Whether an expression is {@code super}. */
    public boolean isSuper(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier && isSuper(identifier.getName());
    }

    /** Whether a name is {@code this}. */
    public boolean isThis(Name name) {
        return name.equals(self);
    }

    /** Whether a name is {@code super}. */
    public boolean isSuper(Name name) {
        return name.equals(parent);
    }

    /** Whether a name is that of an array's length. */
    public boolean isLength(Name name) {
        return name.equals(length);
    }

    /** Whether a name is that of {@code JobContext.stop}. */
    public boolean isStop(Name name) {
        return name.equals(stop);
    }

    /** Whether a method of that name may end the process. */
    public boolean isExit(Name name) {
        return exits.contains(name);
    }

    /** Whether a method of that name says how many there are. */
    boolean isCount(Name name) {
        return counts.contains(name);
    }

    /** Whether a method of that name is one that {@link KnownCalls} has the value of. */
    boolean isKnownCall(Name name) {
        return knownCalls.contains(name);
    }
}

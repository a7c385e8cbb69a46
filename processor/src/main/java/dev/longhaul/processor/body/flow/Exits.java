package dev.longhaul.processor.body.flow;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import dev.longhaul.processor.body.value.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reachable ways out of one method, as they are found. */
final class Exits {

    private final List<List<? extends CatchTree>> handlers = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>(2);
    private boolean returns;
    private @Nullable Object value;
    private int muted;

    Outcome outcome(boolean completes, @Nullable String endless) {
        return new Outcome(completes, returns, value, List.copyOf(thrown), endless);
    }

    /** From here on the ways out lead nowhere: a finally block stands in them. */
    void mute() {
        muted++;
    }

    void unmute() {
        muted--;
    }

    boolean isMuted() {
        return muted > 0;
    }

    /** Goes into a try block. */
    void enter(List<? extends CatchTree> catches) {
        handlers.add(catches);
    }

    /** Goes out of it. */
    void leave() {
        handlers.remove(handlers.size() - 1);
    }

    /** A reachable {@code return}, with its constant or null. */
    void returns(@Nullable Object constant) {
        if (isMuted()) {
            return;
        }
        value = returns ? Constants.join(constant, value) : constant;
        returns = true;
    }

    /** A reachable {@code throw}. */
    void throwsNew(ExpressionTree exception) {
        boolean named =
                exception instanceof NewClassTree creation && creation.getIdentifier() instanceof IdentifierTree;
        throwsNamed(named ? ((NewClassTree) exception).getIdentifier().toString() : Outcome.ANYTHING);
    }

    /** Something of that simple name is thrown; it gets out unless a handler around here catches it for sure. */
    void throwsNamed(String name) {
        if (isMuted() || thrown.contains(name)) {
            return;
        }
        for (List<? extends CatchTree> catches : handlers) {
            for (CatchTree handler : catches) {
                if (catches(handler.getParameter().getType(), name)) {
                    return;
                }
            }
        }
        thrown.add(name);
    }

    /** There is something here that can't be judged: it could be any way out. */
    void anything() {
        returns(null);
        throwsNamed(Outcome.ANYTHING);
        throwsNamed(Outcome.EXIT);
    }

    private static boolean catches(Tree type, String name) {
        if (name.equals(Outcome.EXIT)) {
            return false;
        }
        if (type instanceof UnionTypeTree union) {
            for (Tree alternative : union.getTypeAlternatives()) {
                if (catches(alternative, name)) {
                    return true;
                }
            }
            return false;
        }
        String caught = type.toString();
        return caught.equals(name)
                || caught.equals("Throwable")
                || (caught.equals("Exception") && name.endsWith("Exception"));
    }
}

package dev.longhaul.processor.body;

import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The statements around a place in a method that a {@code break} or a {@code continue} can mean. */
final class Jumps {

    private final Deque<Target> targets = new ArrayDeque<>();
    private @Nullable Name label;

    /** A statement, and how jumps within it have ended. */
    static final class Target {
        private final Tree tree;
        private final @Nullable Name label;
        private boolean left;
        private boolean repeated;

        private Target(Tree tree, @Nullable Name label) {
            this.tree = tree;
            this.label = label;
        }

        /** Whether something breaks out of it. */
        boolean isLeft() {
            return left;
        }

        /** Whether something goes on with its next turn. */
        boolean isRepeated() {
            return repeated;
        }

        private boolean isLoop() {
            return isMeantWithoutLabel() && !(tree instanceof SwitchTree);
        }

        private boolean isMeantWithoutLabel() {
            return !(tree instanceof LabeledStatementTree);
        }
    }

    /** The next statement has a label. */
    void label(Name name) {
        label = name;
    }

    Target enter(Tree tree) {
        Target target = new Target(tree, label);
        label = null;
        targets.push(target);
        return target;
    }

    void exit() {
        targets.pop();
    }

    /** A {@code break}. */
    void leave(@Nullable Name to) {
        for (Target target : targets) {
            if (to == null ? target.isMeantWithoutLabel() : to.equals(target.label)) {
                target.left = true;
                return;
            }
        }
    }

    /** A {@code continue}. */
    void repeat(@Nullable Name to) {
        for (Target target : targets) {
            if (to == null ? target.isLoop() : to.equals(target.label)) {
                target.repeated = true;
                return;
            }
        }
    }
}

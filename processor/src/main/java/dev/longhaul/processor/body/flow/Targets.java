package dev.longhaul.processor.body.flow;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The statements around a place that {@code break} and {@code continue} can go to, the innermost last. */
final class Targets {

    /** What a target is: unlabelled jumps look for their own kind. */
    enum Kind {
        LOOP,
        SWITCH,
        BLOCK
    }

    /** One statement, and whether a reachable jump goes to it. */
    static final class Target {

        private final Kind kind;
        private final @Nullable Name label;
        private boolean left;
        private boolean continued;

        private Target(Kind kind, @Nullable Name label) {
            this.kind = kind;
            this.label = label;
        }

        /** Whether a reachable {@code break} leaves it. */
        boolean left() {
            return left;
        }

        /** Whether a reachable {@code continue} goes to its next turn. */
        boolean continued() {
            return continued;
        }
    }

    private final List<Target> around = new ArrayList<>();
    private @Nullable Name label;

    /** Gives the next target a label. */
    void label(Name next) {
        label = next;
    }

    /** Goes into a statement; it takes the label that stands before it. */
    Target enter(Kind kind) {
        Target target = new Target(kind, label);
        label = null;
        around.add(target);
        return target;
    }

    /** Goes out of the innermost statement. */
    void leave() {
        around.remove(around.size() - 1);
    }

    /** A reachable {@code break}. */
    void jumpOut(@Nullable Name to) {
        for (int i = around.size() - 1; i >= 0; i--) {
            Target target = around.get(i);
            if (to == null ? target.kind != Kind.BLOCK : to.equals(target.label)) {
                target.left = true;
                return;
            }
        }
    }

    /** A reachable {@code continue}. */
    void goOn(@Nullable Name to) {
        for (int i = around.size() - 1; i >= 0; i--) {
            Target target = around.get(i);
            if (target.kind == Kind.LOOP && (to == null || to.equals(target.label))) {
                target.continued = true;
                return;
            }
        }
    }
}

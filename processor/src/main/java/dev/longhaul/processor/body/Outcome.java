package dev.longhaul.processor.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How a method can end, as far as its body says. It is filled while the body is read. */
final class Outcome {

    /**
     * What never ends.
     *
     * @param method the method with the loop, or the one that calls itself
     * @param isCall whether it is a call
     */
    record Endless(ExecutableElement method, boolean isCall) {}

    private boolean completes;
    private boolean returns;
    private boolean several;
    private boolean escapes;
    private @Nullable Object only;
    private @Nullable Endless endless;
    private final List<TypeMirror> thrown = new ArrayList<>();

    /** Of a method whose body is not known. */
    static Outcome unknown() {
        Outcome unknown = new Outcome();
        unknown.completes = true;
        unknown.escapes = true;
        unknown.giveBack(null);
        return unknown;
    }

    /** Of a method that never comes back. */
    static Outcome never(Endless endless) {
        Outcome never = new Outcome();
        never.runsForever(endless);
        return never;
    }

    /** The end of the body is reached, or not. */
    void reachesEnd(boolean reaches) {
        completes = reaches;
    }

    /** Something is returned: the only value that it can be there, or null where there are several. */
    void giveBack(@Nullable Object value) {
        several |= value == null || (returns && !Objects.equals(only, value));
        returns = true;
        only = value;
    }

    /** Something that is thrown gets out. */
    void throwing(@Nullable TypeMirror type) {
        if (type == null) {
            escapes = true;
        } else {
            thrown.add(type);
        }
    }

    /** Something in it never ends, of which the first is told. */
    void runsForever(Endless what) {
        if (endless == null) {
            endless = what;
        }
    }

    /** Whether a call of it can come back. */
    boolean comesBack() {
        return completes || returns;
    }

    /** Whether it can be left in a way that its body does not tell. */
    boolean escapes() {
        return escapes;
    }

    /** What it throws. */
    List<TypeMirror> thrown() {
        return List.copyOf(thrown);
    }

    /** What in it never ends, or null where everything does. */
    @Nullable
    Endless endless() {
        return endless;
    }

    /** Whether it can't be left at all, since something in it never ends. */
    boolean isEndless() {
        return !comesBack() && thrown.isEmpty() && !escapes && endless != null;
    }

    /** The value that it always returns, or null where that is not known. */
    @Nullable
    Object value() {
        return returns && !completes && !several ? only : null;
    }
}

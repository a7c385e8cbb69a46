package dev.longhaul.processor.body;

import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which values fields have. */
interface Constants {

    /** Those that never change have theirs. */
    Constants ALL = new Constants() {};

    /** None has any: what is left does not depend on a constant that somebody has set. */
    Constants NONE = new Constants() {
        @Override
        public boolean areKnown() {
            return false;
        }
    };

    /** Whether fields that never change have their values. */
    default boolean areKnown() {
        return true;
    }

    /** The value of a field at the time that is looked at, or null where it is not known. */
    default @Nullable Object at(VariableElement field) {
        return null;
    }
}

package dev.longhaul.processor.body;

import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A use of a job's field.
 *
 * @param field the field
 * @param how what is done with it
 * @param at the name, the assignment or the call
 * @param method the job's method that it is in, also in a lambda there; null in a class within the job or where objects are made
 * @param making whether it is where objects are made: in a constructor, an initialiser, or the initial value of another field
 */
record FieldUse(
        VariableElement field, How how, Tree at, @Nullable ExecutableElement method, boolean making) {

    /** What is done with a field. */
    enum How {
        /** It is looked at. */
        READ,
        /** It is compared with null. */
        TESTED,
        /** It gets a value that does not depend on the one before. */
        SET,
        /** It gets a value that is made from the one before. */
        COUNTED,
        /** Something is put into what it holds. */
        FILLED,
        /** Something is taken out of what it holds. */
        DRAINED,
        /** Somebody else gets what it holds, and may change it. */
        GIVEN
    }
}

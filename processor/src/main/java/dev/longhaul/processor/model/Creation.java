package dev.longhaul.processor.model;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How the handler makes the objects of a job, as the constructors of its class say. */
public sealed interface Creation {

    /**
     * By the constructor without parameters.
     *
     * @param throwing what it may throw
     */
    record Bare(Throwing throwing) implements Creation {}

    /**
     * By the constructor that takes the job's resources.
     *
     * @param throwing what it may throw
     * @param type the class of the resources
     * @param parameter where the constructor takes them
     * @param objection why the handler can't make them, and what to do; null where it can
     */
    record WithResources(
            Throwing throwing,
            TypeMirror type,
            VariableElement parameter,
            @Nullable String objection) implements Creation {}

    /**
     * By none.
     *
     * @param objection why, and what to do
     */
    record Barred(String objection) implements Creation {

        @Override
        public Throwing throwing() {
            return Throwing.NOTHING;
        }
    }

    /** What the constructor may throw. */
    Throwing throwing();

    /** Whether it mentions a class that is not there, or not yet. */
    default boolean mentionsMissing() {
        return this instanceof WithResources taken && taken.type().getKind() == TypeKind.ERROR;
    }
}

package dev.longhaul.processor.model;

import com.palantir.javapoet.TypeName;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether the values of a type can be saved or read: a {@link Shape} and an {@link AwsEvent} say how, anything else why not. */
public sealed interface Verdict
        permits Shape, Verdict.AwsEvent, Verdict.Unsupported, Verdict.Miscoded, Verdict.Misspelt {

    /**
     * An event class of AWS's, as a start event: AWS's own library reads it.
     *
     * @param type the class
     * @param readable whether the module that asks the library is in sight of the job
     */
    record AwsEvent(TypeName type, boolean readable) implements Verdict {}

    /**
     * A type with a codec that can't be used.
     *
     * @param objection why, and what to do
     */
    record Miscoded(TypeMirror type, TypeMirror codec, String objection) implements Verdict {}

    /** A type that is not there, or not yet, and that a source mentions which is compiled along: the compiler tells of it. */
    record Misspelt() implements Verdict {}

    /**
     * A type that can't be saved.
     *
     * @param path the way to it, as {@code Order.client}; empty for the field's own type
     * @param reason why it can't be saved
     */
    record Unsupported(TypeMirror type, String path, String reason) implements Verdict {

        /** Whether it is a type that is there, and not open. */
        public boolean isKnown() {
            return type instanceof DeclaredType && !isMissing();
        }

        /** Whether it can't be saved because it is not there, or not yet. */
        public boolean isMissing() {
            return type.getKind() == TypeKind.ERROR;
        }
    }
}

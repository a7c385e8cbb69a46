package dev.longhaul.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** How the values of a type are saved. */
public sealed interface Shape {

    /** The type. */
    TypeMirror type();

    /** One value of a type that the writer and the reader know by themselves. */
    record Scalar(TypeMirror type, ScalarForm form) implements Shape {}

    /** The box of a primitive: its value, or null. */
    record Boxed(TypeMirror type, ScalarForm form) implements Shape {}

    /** A type with a text form: saved by {@code toString()}, read back by the reader's method of that name. */
    record Text(TypeMirror type, String reader) implements Shape {}

    /** An enum, saved by its constant's name. */
    record EnumName(TypeMirror type) implements Shape {}

    /** A collection, restored into the given class. */
    record Sequence(TypeMirror type, String implementation, Shape element) implements Shape {}

    /** A map, restored into the given class; the key is of a form that is also a text. */
    record Mapping(TypeMirror type, String implementation, Shape key, Shape value) implements Shape {}

    /** An array. */
    record Array(TypeMirror type, Shape element) implements Shape {}

    /** An Optional: an array of one value or none. */
    record Maybe(TypeMirror type, Shape element) implements Shape {}

    /** A record: an object of its components. */
    record Components(TypeMirror type, List<Component> components) implements Shape {}

    /** A plain bean: an object of its properties. */
    record Bean(TypeMirror type, List<Property> properties) implements Shape {}

    /** A type that a codec of the user's turns into text. */
    record Coded(TypeMirror type, TypeMirror codec) implements Shape {}

    /**
     * A type with a codec that can't be used.
     *
     * @param objection why, and what to do
     */
    record Miscoded(TypeMirror type, TypeMirror codec, String objection) implements Shape {}

    /** A type whose shape is being read further up: a recursion. */
    record Again(TypeMirror type) implements Shape {}

    /**
     * A type that can't be saved.
     *
     * @param path the way to it, as {@code Order.client}; empty for the field's own type
     * @param culprit the member that has it, for the position where the compiler knows it
     * @param reason why it can't be saved
     */
    record Unsupported(TypeMirror type, String path, Element culprit, String reason) implements Shape {

        /** Whether it is a type that is there, and not open. */
        public boolean isKnown() {
            return type instanceof DeclaredType && !isMissing();
        }

        /** Whether it can't be saved because it is not there, or not yet. */
        public boolean isMissing() {
            return type.getKind() == TypeKind.ERROR;
        }
    }

    /** A component of a record. */
    record Component(String name, Shape shape) {}

    /**
     * A property of a bean.
     *
     * @param name its name in the state
     * @param get what follows the object and a dot to read it
     * @param set the setter's name, or the field's where {@code viaSetter} is false
     * @param viaSetter whether it is set by a call
     */
    record Property(String name, String get, String set, boolean viaSetter, Shape shape) {}
}

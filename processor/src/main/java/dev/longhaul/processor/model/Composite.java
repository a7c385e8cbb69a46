package dev.longhaul.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** A type that is saved as an object of its parts. */
public sealed interface Composite {

    /** The type, as the handler names it. */
    TypeName type();

    /** What the object has in it. */
    List<? extends Saved> parts();

    /** A record: an object of its components. */
    record Components(TypeName type, List<Component> components) implements Composite {
        @Override
        public List<Component> parts() {
            return components;
        }
    }

    /** A plain bean: an object of its properties. */
    record Bean(TypeName type, List<Property> properties) implements Composite {
        @Override
        public List<Property> parts() {
            return properties;
        }
    }

    /**
     * A component of a record.
     *
     * @param formerly the names that it had in earlier versions
     */
    record Component(String name, Shape shape, Located<List<String>> formerly) implements Saved {}

    /**
     * A property of a bean.
     *
     * @param name its name in the state
     * @param get what follows the object and a dot to read it
     * @param set the setter's name, or the field's where {@code viaSetter} is false
     * @param viaSetter whether it is set by a call
     * @param formerly the names that it had in earlier versions
     */
    record Property(String name, String get, String set, boolean viaSetter, Shape shape, Located<List<String>> formerly)
            implements Saved {}
}

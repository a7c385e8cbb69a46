package dev.longhaul.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** How the values of a type are saved. A record or a bean is {@link Known}: what it is made of stands once in {@link State}. */
public sealed interface Shape extends Verdict {

    /** The type, as the handler names it. */
    TypeName type();

    /** The answer for the shape that this is. */
    <R> R answer(ShapeCases<R> cases);

    /** One value of a type that the writer and the reader know by themselves. */
    record Scalar(TypeName type, ScalarForm form) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.scalar(this);
        }
    }

    /** The box of a primitive: its value, or null. */
    record Boxed(TypeName type, ScalarForm form) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.boxed(this);
        }
    }

    /** A type with a text form: saved by {@code toString()}. */
    record Text(TypeName type) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.text(this);
        }
    }

    /** An enum, saved by its constant's name. */
    record EnumName(TypeName type, List<String> constants) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.enumName(this);
        }
    }

    /** A collection, restored into the given class. */
    record Sequence(TypeName type, ClassName implementation, Shape element) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.sequence(this);
        }
    }

    /** A map, restored into the given class; the key is of a form that is also a text. */
    record Mapping(TypeName type, ClassName implementation, Shape key, Shape value) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.mapping(this);
        }
    }

    /** An array. */
    record Array(TypeName type, Shape element) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.array(this);
        }
    }

    /** An Optional: an array of one value or none. */
    record Maybe(TypeName type, Shape element) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.maybe(this);
        }
    }

    /** A record or a plain bean, of which a job's {@link State} has the parts. */
    record Known(TypeName type) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.known(this);
        }
    }

    /** A type that a codec of the user's turns into text. */
    record Coded(TypeName type, TypeName codec) implements Shape {
        @Override
        public <R> R answer(ShapeCases<R> cases) {
            return cases.coded(this);
        }
    }
}

package dev.longhaul.processor.form;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Saved;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.ShapeCases;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The forms of shapes, and the objects and enums that were met in them. */
final class FormOfShape implements ShapeCases<Form> {

    private final Map<TypeName, Composite> composites;
    private final SortedMap<String, SortedMap<String, Part>> objects = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> enums = new TreeMap<>();

    FormOfShape(Map<TypeName, Composite> composites) {
        this.composites = composites;
    }

    SortedMap<String, SortedMap<String, Part>> objects() {
        return Collections.unmodifiableSortedMap(objects);
    }

    SortedMap<String, SortedSet<String>> enums() {
        return Collections.unmodifiableSortedMap(enums);
    }

    @Override
    public Form scalar(Shape.Scalar shape) {
        return new Form.Leaf(name(shape));
    }

    @Override
    public Form boxed(Shape.Boxed shape) {
        return new Form.Leaf(name(shape));
    }

    @Override
    public Form text(Shape.Text shape) {
        return new Form.Leaf(name(shape));
    }

    @Override
    public Form enumName(Shape.EnumName shape) {
        enums.put(name(shape), Collections.unmodifiableSortedSet(new TreeSet<>(shape.constants())));
        return new Form.EnumName(name(shape));
    }

    @Override
    public Form sequence(Shape.Sequence shape) {
        return new Form.Sequence(
                shape.implementation().canonicalName(), shape.element().answer(this));
    }

    @Override
    public Form mapping(Shape.Mapping shape) {
        return new Form.Mapping(
                shape.implementation().canonicalName(),
                shape.key().answer(this),
                shape.value().answer(this));
    }

    @Override
    public Form array(Shape.Array shape) {
        return new Form.Array(shape.element().answer(this));
    }

    @Override
    public Form maybe(Shape.Maybe shape) {
        return new Form.Maybe(shape.element().answer(this));
    }

    @Override
    public Form coded(Shape.Coded shape) {
        return new Form.Coded(name(shape), shape.codec().toString());
    }

    @Override
    public Form known(Shape.Known shape) {
        String type = name(shape);
        if (!objects.containsKey(type)) {
            SortedMap<String, Part> parts = new TreeMap<>();
            // Before its parts: one of them may be the same type.
            objects.put(type, Collections.unmodifiableSortedMap(parts));
            Composite composite = Objects.requireNonNull(composites.get(shape.type()), type);
            composite.parts().forEach(part -> parts.put(part.name(), part(part)));
        }
        return new Form.Composed(type);
    }

    /** The form of something that is saved. */
    Part part(Saved saved) {
        return new Part(saved.shape().answer(this), saved.formerly().value());
    }

    private static String name(Shape shape) {
        return shape.type().toString();
    }
}

package dev.longhaul.processor.model;

/**
 * What is to be said of each shape.
 *
 * @param <R> the type of the answer
 */
public interface ShapeCases<R> {

    /** Of one value that the writer and the reader know by themselves. */
    R scalar(Shape.Scalar shape);

    /** Of the box of a primitive. */
    R boxed(Shape.Boxed shape);

    /** Of a type with a text form. */
    R text(Shape.Text shape);

    /** Of an enum. */
    R enumName(Shape.EnumName shape);

    /** Of a collection. */
    R sequence(Shape.Sequence shape);

    /** Of a map. */
    R mapping(Shape.Mapping shape);

    /** Of an array. */
    R array(Shape.Array shape);

    /** Of an Optional. */
    R maybe(Shape.Maybe shape);

    /** Of a record or a bean. */
    R known(Shape.Known shape);

    /** Of a type with a codec. */
    R coded(Shape.Coded shape);
}

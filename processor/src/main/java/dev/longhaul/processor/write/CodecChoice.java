package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.ScalarForm;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.ShapeCases;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses the codec of a shape. */
final class CodecChoice implements ShapeCases<Codec> {

    private final Map<TypeName, Composite> composites;

    CodecChoice(Map<TypeName, Composite> composites) {
        this.composites = composites;
    }

    @Override
    public Codec scalar(Shape.Scalar shape) {
        return Codec.known(
                shape.type(),
                shape.form().writer(),
                CodeBlock.of("$L()", shape.form().reader()));
    }

    @Override
    public Codec boxed(Shape.Boxed shape) {
        return Codec.known(shape.type(), "leaf", CodeBlock.of("leaf($T.class)", shape.type()));
    }

    @Override
    public Codec text(Shape.Text shape) {
        return Codec.known(shape.type(), "text", CodeBlock.of("text($T.class)", shape.type()));
    }

    @Override
    public Codec enumName(Shape.EnumName shape) {
        return codec(shape, CodeBlock.of("constant("), null, new TextMethod(shape.type(), null));
    }

    @Override
    public Codec sequence(Shape.Sequence shape) {
        CodecMethod method = new SequenceMethod(shape);
        if (!isLeaf(shape.element())) {
            return codec(shape, null, null, method);
        }
        // Every List has the order of its elements.
        CodeBlock writer = raw(shape.type()).simpleName().equals("List")
                ? CodeBlock.of("values(")
                : CodeBlock.of("values($T.class, ", raw(shape.type()));
        CodeBlock element = CodeBlock.of("($T.class)", shape.element().type());
        return switch (shape.implementation().simpleName()) {
            case "ArrayList" -> codec(shape, writer, CodeBlock.of("list$L", element), method);
            case "LinkedHashSet" -> codec(shape, writer, CodeBlock.of("set$L", element), method);
            default -> codec(shape, writer, null, method);
        };
    }

    @Override
    public Codec mapping(Shape.Mapping shape) {
        CodecMethod method = new MappingMethod(shape);
        if (!isLeaf(shape.key()) || !isLeaf(shape.value())) {
            return codec(shape, null, null, method);
        }
        CodeBlock reader = shape.implementation().simpleName().equals("LinkedHashMap")
                ? CodeBlock.of(
                        "map($T.class, $T.class)",
                        shape.key().type(),
                        shape.value().type())
                : null;
        return codec(shape, CodeBlock.of("entries($T.class, ", raw(shape.type())), reader, method);
    }

    @Override
    public Codec array(Shape.Array shape) {
        return codec(shape, null, null, new ArrayMethod(shape));
    }

    @Override
    public Codec maybe(Shape.Maybe shape) {
        return codec(shape, null, null, new MaybeMethod(shape));
    }

    @Override
    public Codec known(Shape.Known shape) {
        Composite composite = Objects.requireNonNull(composites.get(shape.type()), () -> shape + " was not read");
        return codec(
                shape,
                null,
                null,
                composite instanceof Composite.Components components
                        ? new ComponentsMethod(components)
                        : new BeanMethod((Composite.Bean) composite));
    }

    @Override
    public Codec coded(Shape.Coded shape) {
        return codec(shape, null, null, new TextMethod(shape.type(), shape.codec()));
    }

    private static Codec codec(
            Shape shape, @Nullable CodeBlock writer, @Nullable CodeBlock reader, CodecMethod method) {
        return new Codec(shape.type(), TypeWords.of(shape.type()), writer, reader, method);
    }

    /** What a collection is declared as. */
    static ClassName raw(TypeName type) {
        return ((ParameterizedTypeName) type).rawType();
    }

    /** Whether values are single ones, of which the runtime writes and reads containers by itself. */
    private static boolean isLeaf(Shape shape) {
        return shape instanceof Shape.Boxed
                || shape instanceof Shape.Text
                || (shape instanceof Shape.Scalar scalar && scalar.form() == ScalarForm.STRING);
    }
}

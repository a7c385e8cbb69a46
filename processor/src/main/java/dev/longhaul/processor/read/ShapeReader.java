package dev.longhaul.processor.read;

import dev.longhaul.processor.model.ScalarForm;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Unsupported;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out how the values of a type are saved, or which part of it can't be. One for each walk. */
final class ShapeReader {

    /** Why a type is not saved that the compiler doesn't find. */
    static final String MISSING = "the class is not there";

    /** Why a type is not saved whose parts differ from the whole, and from each other, for ever. */
    private static final String ENDLESS = "it has itself as a part with other type arguments, and that without end";

    /** Why a type is not saved that the handler can't name. */
    static final String UNSEEN = "the class is private, or of another package and not public";

    private static final String NO_KEY = "as the key of a map, where only a text, a number, an enum or a time can be";

    private static final String NO_ORDER =
            "in a sorted collection, which is restored in the order of Comparable: implement that, or do not sort it";

    /** So many types within each other are no data any more. */
    private static final int DEEPEST = 60;

    private final Symbols symbols;
    private final TypeElement job;
    private final Set<String> open = new HashSet<>();

    ShapeReader(Symbols symbols, TypeElement job) {
        this.symbols = symbols;
        this.job = job;
    }

    /** The shape of a type that a member has. */
    Shape read(TypeMirror type, Element culprit) {
        Shape shape = read(type, "", culprit);
        return shape instanceof Unsupported unsupported && unsupported.reason().equals(ENDLESS)
                ? new Unsupported(type, "", culprit, ENDLESS)
                : shape;
    }

    Shape read(TypeMirror type, String path, Element culprit) {
        if (type.getKind().isPrimitive()) {
            return new Shape.Scalar(type, ScalarForm.valueOf(type.getKind().name()));
        }
        if (type instanceof ArrayType array) {
            return array(array, path, culprit);
        }
        if (type.getKind() == TypeKind.ERROR) {
            return new Unsupported(type, path, culprit, MISSING);
        }
        if (!(type instanceof DeclaredType declared)) {
            return new Unsupported(type, path, culprit, "it says nothing of what is behind it");
        }
        TypeElement element = (TypeElement) declared.asElement();
        String name = element.getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            return new Shape.Scalar(type, ScalarForm.STRING);
        }
        ScalarForm box = KnownTypes.box(name);
        if (box != null) {
            return new Shape.Boxed(type, box);
        }
        String reader = KnownTypes.textReader(name);
        if (reader != null) {
            return new Shape.Text(type, reader);
        }
        if (declared.getTypeArguments().size() != element.getTypeParameters().size()) {
            return new Unsupported(type, path, culprit, "its type arguments are missing: fill them in");
        }
        String implementation = KnownTypes.implementation(name);
        if (implementation != null) {
            return container(declared, name, implementation, path, culprit);
        }
        return open.contains(type.toString()) ? new Shape.Again(type) : composite(declared, element, path, culprit);
    }

    /** The path one member further. */
    static String further(String path, TypeElement owner, String member) {
        return (path.isEmpty() ? "" : path + " -> ") + owner.getSimpleName() + "." + member;
    }

    private Shape composite(DeclaredType type, TypeElement element, String path, Element culprit) {
        if (!symbols.isVisible(element, job)) {
            return new Unsupported(type, path, culprit, UNSEEN);
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new Shape.EnumName(type);
        }
        if (open.size() == DEEPEST) {
            return new Unsupported(type, path, culprit, ENDLESS);
        }
        open.add(type.toString());
        try {
            return element.getKind() == ElementKind.RECORD
                    ? new RecordReader(symbols, this).read(type, element, path)
                    : new BeanReader(symbols, this, job).read(type, element, path, culprit);
        } finally {
            open.remove(type.toString());
        }
    }

    private Shape array(ArrayType type, String path, Element culprit) {
        TypeMirror component = type.getComponentType();
        if (component.getKind() == TypeKind.BYTE) {
            return new Shape.Scalar(type, ScalarForm.BYTES);
        }
        if (component instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return new Unsupported(type, path, culprit, "Java can't create an array of a generic type");
        }
        return within(component, path, culprit, element -> new Shape.Array(type, element));
    }

    private Shape container(DeclaredType type, String name, String implementation, String path, Element culprit) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (name.equals("java.util.Optional")) {
            return within(arguments.get(0), path, culprit, element -> new Shape.Maybe(type, element));
        }
        if (arguments.size() == 1) {
            return within(
                    arguments.get(0),
                    path,
                    culprit,
                    element -> isRestorable(implementation, element)
                            ? new Shape.Sequence(type, implementation, element)
                            : new Unsupported(element.type(), path, culprit, NO_ORDER));
        }
        Shape key = read(arguments.get(0), path, culprit);
        if (!isKey(key)) {
            // Why else it can't be saved does not matter, as long as it is there.
            return key instanceof Unsupported unsupported && !unsupported.isKnown()
                    ? key
                    : new Unsupported(arguments.get(0), path, culprit, NO_KEY);
        }
        if (!isRestorable(implementation, key)) {
            return new Unsupported(key.type(), path, culprit, NO_ORDER);
        }
        return within(arguments.get(1), path, culprit, value -> new Shape.Mapping(type, implementation, key, value));
    }

    /** Whether a container takes what is put into it: a sorted one only what can be compared. */
    private boolean isRestorable(String implementation, Shape first) {
        return !KnownTypes.isSorted(implementation) || symbols.isComparable(first.type());
    }

    private static boolean isKey(Shape key) {
        return key instanceof Shape.Boxed
                || key instanceof Shape.Text
                || key instanceof Shape.EnumName
                || (key instanceof Shape.Scalar scalar && scalar.form() == ScalarForm.STRING);
    }

    private Shape within(TypeMirror part, String path, Element culprit, Function<Shape, Shape> whole) {
        Shape shape = read(part, path, culprit);
        return shape instanceof Unsupported ? shape : whole.apply(shape);
    }
}

package dev.longhaul.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.ScalarForm;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.model.Verdict.Unsupported;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds out how the values of a type are saved, or which part of it can't be. One for each job: it reads each record and
 * each bean once, wherever it is met again.
 */
final class ShapeReader {

    /** Why a type is not saved that the compiler doesn't find. */
    static final String MISSING = "the class is not there";

    /** Why a type is not saved that the handler can't name. */
    static final String UNSEEN = "the class is private, or of another package and not public";

    /** Why a type is not saved whose parts differ from the whole, and from each other, for ever. */
    private static final String ENDLESS = "it has itself as a part with other type arguments, and that without end";

    private static final String NO_KEY = "as the key of a map, where only a text, a number, an enum or a time can be";

    private static final String NO_ORDER =
            "in a sorted collection, which is restored in the order of Comparable: implement that, or do not sort it";

    /** So often within itself, each time with other type arguments, a class is no data any more. */
    private static final int DEEPEST = 20;

    private final Symbols symbols;
    private final TypeElement job;
    private final Map<TypeName, Composite> composites = new LinkedHashMap<>();
    private final Set<TypeName> begun = new LinkedHashSet<>();
    private final Map<TypeElement, Integer> open = new HashMap<>();
    private final Set<TypeElement> named = new LinkedHashSet<>();

    ShapeReader(Symbols symbols, TypeElement job) {
        this.symbols = symbols;
        this.job = job;
        name(job.asType());
    }

    /** The class that is read. */
    TypeElement job() {
        return job;
    }

    /** The records and beans so far. */
    Map<TypeName, Composite> composites() {
        return Collections.unmodifiableMap(composites);
    }

    /** The classes so far that the handler names. */
    Set<TypeElement> named() {
        return named;
    }

    /** Notes the classes that the handler names where it names a type. */
    void name(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            for (Element at = declared.asElement(); at instanceof TypeElement element; at = at.getEnclosingElement()) {
                named.add(element);
            }
            declared.getTypeArguments().forEach(this::name);
        } else if (type instanceof ArrayType array) {
            name(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(Objects::nonNull)
                    .forEach(this::name);
        }
    }

    /** Whether a type that a member of the job has can be saved. */
    Verdict read(TypeMirror type, Element member) {
        Verdict verdict = read(type, "", member);
        return verdict instanceof Unsupported unsupported
                        && unsupported.reason().equals(ENDLESS)
                ? new Unsupported(type, "", ENDLESS)
                : verdict;
    }

    /** Whether a type can be saved that a member of a record or a bean has. */
    Verdict read(TypeMirror type, String path, Element member) {
        return known(read(type, path), path, member);
    }

    /** The verdict on what a member mentions: of a name that is not there, the compiler tells where it compiles the member. */
    Verdict known(Verdict verdict, String path, Element member) {
        return verdict instanceof Unsupported unsupported
                        && unsupported.isMissing()
                        && unsupported.path().equals(path)
                        && isCompiled(member)
                ? new Verdict.Misspelt()
                : verdict;
    }

    /** Whether the source of a member is compiled along: in a class file, a missing type is no error of the compiler's. */
    boolean isCompiled(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && (owner.equals(job) || symbols.files().isCompiled(owner));
    }

    private Verdict read(TypeMirror type, String path) {
        if (type.getKind().isPrimitive()) {
            return new Shape.Scalar(
                    TypeName.get(type), ScalarForm.valueOf(type.getKind().name()));
        }
        if (type instanceof ArrayType array) {
            return array(array, path);
        }
        if (type.getKind() == TypeKind.ERROR) {
            return new Unsupported(type, path, MISSING);
        }
        if (!(type instanceof DeclaredType declared)) {
            return new Unsupported(type, path, "it says nothing of what is behind it");
        }
        TypeElement element = (TypeElement) declared.asElement();
        String name = element.getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            return new Shape.Scalar(TypeName.get(type), ScalarForm.STRING);
        }
        ScalarForm box = KnownTypes.box(name);
        if (box != null) {
            return new Shape.Boxed(TypeName.get(type), box);
        }
        if (KnownTypes.isText(name)) {
            return new Shape.Text(TypeName.get(type));
        }
        if (declared.getTypeArguments().size() != element.getTypeParameters().size()) {
            return new Unsupported(type, path, "its type arguments are missing: fill them in");
        }
        ClassName implementation = KnownTypes.implementation(name);
        return implementation == null
                ? composite(declared, element, path)
                : container(declared, name, implementation, path);
    }

    /** The path one member further. */
    static String further(String path, TypeElement owner, String member) {
        return (path.isEmpty() ? "" : path + " -> ") + owner.getSimpleName() + "." + member;
    }

    private Verdict composite(DeclaredType type, TypeElement element, String path) {
        // Also of an argument that no part of it has: the handler names it.
        Optional<TypeMirror> missing = Symbols.missingPart(type);
        if (missing.isPresent()) {
            return new Unsupported(missing.get(), path, MISSING);
        }
        Optional<TypeMirror> unseen = symbols.unseenPart(type, job);
        if (unseen.isPresent()) {
            return new Unsupported(unseen.get(), path, UNSEEN);
        }
        name(type);
        TypeName name = TypeName.get(type);
        if (element.getKind() == ElementKind.ENUM) {
            return new Shape.EnumName(name, constants(element));
        }
        if (!begun.add(name)) {
            return new Shape.Known(name);
        }
        Parts parts = open.merge(element, 1, Integer::sum) > DEEPEST
                ? new Parts.Unknown(new Unsupported(type, path, ENDLESS))
                : element.getKind() == ElementKind.RECORD
                        ? new RecordReader(symbols, this).read(type, element, path)
                        : new BeanReader(symbols, this, job).read(type, element, path);
        open.merge(element, -1, Integer::sum);
        if (parts instanceof Parts.Unknown unknown) {
            // Another member that has it says so too.
            begun.remove(name);
            return unknown.why();
        }
        composites.put(name, ((Parts.Known) parts).composite());
        return new Shape.Known(name);
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }

    private Verdict array(ArrayType type, String path) {
        TypeMirror component = type.getComponentType();
        if (component.getKind() == TypeKind.BYTE) {
            return new Shape.Scalar(TypeName.get(type), ScalarForm.BYTES);
        }
        if (component instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return new Unsupported(type, path, "Java can't create an array of a generic type");
        }
        return within(component, path, element -> new Shape.Array(TypeName.get(type), element));
    }

    private Verdict container(DeclaredType type, String name, ClassName implementation, String path) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeMirror first = arguments.get(0);
        TypeName typeName = TypeName.get(type);
        if (name.equals("java.util.Optional")) {
            return within(first, path, element -> new Shape.Maybe(typeName, element));
        }
        if (arguments.size() == 1) {
            return isRestorable(implementation, first)
                    ? within(first, path, element -> new Shape.Sequence(typeName, implementation, element))
                    : within(first, path, element -> new Unsupported(first, path, NO_ORDER));
        }
        Verdict key = read(first, path);
        if (!isKey(key)) {
            // Why else it can't be saved does not matter, as long as it is there and in sight.
            return key instanceof Unsupported unsupported
                            && (!unsupported.isKnown() || unsupported.reason().equals(UNSEEN))
                    ? key
                    : new Unsupported(first, path, NO_KEY);
        }
        if (!isRestorable(implementation, first)) {
            return new Unsupported(first, path, NO_ORDER);
        }
        return within(arguments.get(1), path, value -> new Shape.Mapping(typeName, implementation, (Shape) key, value));
    }

    /** Whether a container takes what is put into it: a sorted one only what can be compared. */
    private boolean isRestorable(ClassName implementation, TypeMirror first) {
        return !KnownTypes.isSorted(implementation) || symbols.isComparable(first);
    }

    private static boolean isKey(Verdict key) {
        return key instanceof Shape.Boxed
                || key instanceof Shape.Text
                || key instanceof Shape.EnumName
                || (key instanceof Shape.Scalar scalar && scalar.form() == ScalarForm.STRING);
    }

    private Verdict within(TypeMirror part, String path, Function<Shape, Verdict> whole) {
        Verdict verdict = read(part, path);
        return verdict instanceof Shape shape ? whole.apply(shape) : verdict;
    }
}

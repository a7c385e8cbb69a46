package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Property;
import dev.longhaul.processor.model.Shape.Unsupported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads how a plain bean is saved: by all of its fields, each directly or through its getter and setter. A field that
 * can't be set makes the bean unsupported: to leave it out would lose it without a word.
 */
final class BeanReader {

    private final Symbols symbols;
    private final ShapeReader shapes;
    private final TypeElement job;

    BeanReader(Symbols symbols, ShapeReader shapes, TypeElement job) {
        this.symbols = symbols;
        this.shapes = shapes;
        this.job = job;
    }

    Shape read(DeclaredType type, TypeElement element, String path, Element culprit) {
        Optional<TypeMirror> missing = symbols.missingParent(element);
        if (missing.isPresent()) {
            return new Unsupported(
                    missing.get(), ShapeReader.further(path, element, "super"), culprit, ShapeReader.MISSING);
        }
        Optional<String> obstacle = obstacle(element);
        if (obstacle.isPresent()) {
            return new Unsupported(type, path, culprit, obstacle.get());
        }
        List<Element> members = symbols.members(element);
        List<Property> properties = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            if (field.getModifiers().contains(Modifier.STATIC)
                    || field.getModifiers().contains(Modifier.TRANSIENT)) {
                continue;
            }
            String name = field.getSimpleName().toString();
            String where = ShapeReader.further(path, element, name);
            TypeMirror seen = symbols.plain(symbols.types().asMemberOf(type, field));
            Shape shape = shapes.read(seen, where, field);
            if (shape instanceof Unsupported) {
                return shape;
            }
            if (!names.add(name)) {
                return new Unsupported(seen, where, field, "a field of a subclass has the same name");
            }
            Optional<Property> property = property(type, field, shape, members);
            if (property.isEmpty()) {
                return new Unsupported(
                        seen,
                        where,
                        field,
                        "the field has no getter and setter of its type that the handler can call"
                                + lombok(element, field));
            }
            properties.add(property.get());
        }
        return new Shape.Bean(type, properties);
    }

    private static boolean isForeign(String type) {
        return type.startsWith("java.") || type.startsWith("javax.") || type.startsWith("software.amazon.");
    }

    /** The first superclass that keeps its content in fields which are not those of a bean. */
    private Optional<String> foreignParent(TypeElement type) {
        TypeElement parent = symbols.classOf(type.getSuperclass());
        if (parent == null || parent.getQualifiedName().contentEquals("java.lang.Object")) {
            return Optional.empty();
        }
        String name = parent.getQualifiedName().toString();
        return isForeign(name) ? Optional.of(name) : foreignParent(parent);
    }

    private Optional<String> obstacle(TypeElement element) {
        String name = element.getQualifiedName().toString();
        if (element.getKind() != ElementKind.CLASS) {
            return Optional.of("an interface says nothing of what is behind it");
        }
        if (isForeign(name)) {
            return Optional.of("it is no data, or of a form that is not known");
        }
        Optional<String> parent = foreignParent(element);
        if (parent.isPresent()) {
            return Optional.of("it extends " + parent.get()
                    + ", whose content would be lost: have a field with that content instead of extending it");
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("an abstract class says nothing of what is behind it");
        }
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return Optional.of("a sealed class says nothing of which of its classes is behind it");
        }
        if (element.getNestingKind().isNested() && !element.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("an inner class hangs on an object that is not saved");
        }
        return symbols.isCreatable(element, job)
                ? Optional.empty()
                : Optional.of(
                        "it has no constructor without parameters and checked exceptions that the handler can call"
                                + lombok(element));
    }

    /** Lombok writes into classes, which shows only when it came before: no round waits for it. */
    private static String lombok(Element... annotated) {
        boolean used = Stream.of(annotated)
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .anyMatch(mirror -> mirror.getAnnotationType().toString().startsWith("lombok."));
        return used
                ? "; where Lombok writes it, lombok must stand before longhaul-processor on the processor path"
                : "";
    }

    private Optional<Property> property(DeclaredType type, VariableElement field, Shape shape, List<Element> members) {
        String name = field.getSimpleName().toString();
        if (symbols.isAccessible(field, job) && !field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.of(new Property(name, name, name, false, shape));
        }
        return accessors(type, name, name, shape, members)
                .or(() -> isFlag(field, name)
                        ? accessors(type, name, name.substring(2), shape, members)
                        : Optional.empty());
    }

    private Optional<Property> accessors(
            DeclaredType type, String field, String name, Shape shape, List<Element> members) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Optional<ExecutableElement> getter = ElementFilter.methodsIn(members).stream()
                .filter(method -> isGetter(method, capital) && fits(type, method, shape.type()))
                .findFirst();
        Optional<ExecutableElement> setter = ElementFilter.methodsIn(members).stream()
                .filter(method -> method.getSimpleName().contentEquals("set" + capital)
                        && method.getParameters().size() == 1
                        && fits(type, method, shape.type()))
                .findFirst();
        return getter.isPresent() && setter.isPresent()
                ? Optional.of(new Property(field, getter.get().getSimpleName() + "()", "set" + capital, true, shape))
                : Optional.empty();
    }

    /** Whether the handler can call an accessor that gives or takes the field's own type: a field can have others, too. */
    private boolean fits(DeclaredType type, ExecutableElement accessor, TypeMirror field) {
        ExecutableType seen = (ExecutableType) symbols.types().asMemberOf(type, accessor);
        TypeMirror value = seen.getParameterTypes().isEmpty()
                ? seen.getReturnType()
                : seen.getParameterTypes().get(0);
        return symbols.isAccessible(accessor, job)
                && !symbols.throwsChecked(accessor)
                && symbols.types().isSameType(value, field);
    }

    /** The field {@code boolean isOpen} can have the accessors {@code isOpen} and {@code setOpen}. */
    private static boolean isFlag(VariableElement field, String name) {
        return field.asType().getKind() == TypeKind.BOOLEAN
                && name.length() > 2
                && name.startsWith("is")
                && Character.isUpperCase(name.charAt(2));
    }

    private static boolean isGetter(ExecutableElement method, String capital) {
        return method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && (method.getSimpleName().contentEquals("get" + capital)
                        || method.getSimpleName().contentEquals("is" + capital));
    }
}

package dev.longhaul.processor.read;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Composite.Property;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.model.Verdict.Unsupported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
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

    Parts read(DeclaredType type, TypeElement element, String path) {
        Optional<TypeMirror> missing = symbols.missingParent(element);
        if (missing.isPresent()) {
            String where = ShapeReader.further(path, element, "super");
            Verdict verdict = new Unsupported(missing.get(), where, ShapeReader.MISSING);
            return new Parts.Unknown(symbols.files().isCompiled(element) ? new Verdict.Misspelt() : verdict);
        }
        Optional<String> obstacle = obstacle(element);
        if (obstacle.isPresent()) {
            return unreadable(type, path, obstacle.get());
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
            Verdict verdict = shapes.read(seen, where, field);
            if (!(verdict instanceof Shape shape)) {
                return new Parts.Unknown(verdict);
            }
            if (!names.add(name)) {
                return unreadable(seen, where, "a field of a subclass has the same name");
            }
            Accessors accessors = new Accessors(symbols, job, type, members);
            Optional<Property> property = accessors.of(field, seen, shape);
            if (property.isEmpty()) {
                return unreadable(seen, where, accessors.missing(field) + lombok(element, field));
            }
            properties.add(property.get());
        }
        return new Parts.Known(new Composite.Bean(TypeName.get(type), properties));
    }

    private static Parts unreadable(TypeMirror type, String path, String reason) {
        return new Parts.Unknown(new Unsupported(type, path, reason));
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
        return symbols.isCreatable(element, job, false)
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
}

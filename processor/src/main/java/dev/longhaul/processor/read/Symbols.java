package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Throwing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's view of the sources, and what is asked of it here.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param files where classes stand
 * @param sight the classes that are there
 */
public record Symbols(Elements elements, Types types, SourceFiles files, Sight sight) {

    /** The members of a class in the order of the source, those of its superclasses and interfaces behind. */
    List<Element> members(TypeElement type) {
        Set<Element> members = new LinkedHashSet<>();
        collect(type, type, members);
        return List.copyOf(members);
    }

    /** The method that runs when a method is called on a class with these members: it, or what overrides it there. */
    ExecutableElement running(ExecutableElement method, List<Element> members, TypeElement type) {
        ExecutableElement running = method;
        for (Element member : members) {
            if (member instanceof ExecutableElement other && elements.overrides(other, running, type)) {
                running = other;
            }
        }
        return running;
    }

    /**
     * Whether the handler can create an object of a class: by a constructor without parameters.
     *
     * @param mayThrow whether that may throw checked exceptions
     */
    boolean isCreatable(TypeElement type, TypeElement job, boolean mayThrow) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(made -> made.getParameters().isEmpty()
                        && isAccessible(made, job)
                        && (mayThrow || !throwsChecked(made)));
    }

    /** Whether the callers of a method or constructor have to name an exception of it. */
    boolean throwsChecked(ExecutableElement called) {
        return called.getThrownTypes().stream()
                .anyMatch(thrown -> !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error"));
    }

    /** What the callers of a method or constructor have to declare. */
    Throwing throwing(ExecutableElement called) {
        if (called.getThrownTypes().stream()
                .anyMatch(thrown -> !isA(thrown, "java.lang.Exception") && !isA(thrown, "java.lang.Error"))) {
            return Throwing.ANYTHING;
        }
        return throwsChecked(called) ? Throwing.EXCEPTIONS : Throwing.NOTHING;
    }

    /** Whether objects of a type have an order among them. */
    boolean isComparable(TypeMirror type) {
        TypeElement known = elements.getTypeElement("java.lang.Comparable");
        return known != null
                && types.isAssignable(type, types.getDeclaredType(known, types.getWildcardType(null, type)));
    }

    /** The fields that a name can mean on a class: more than one where interfaces have constants of that name. */
    Set<Element> meant(String name, TypeElement type) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().contentEquals(name)) {
                return Set.of(field);
            }
        }
        Set<Element> meant = new LinkedHashSet<>();
        for (TypeElement parent : parents(type)) {
            meant.addAll(meant(name, parent));
        }
        return meant;
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement known = elements.getTypeElement(name);
        return known != null && types.isSubtype(type, known.asType());
    }

    /** A superclass or interface, of a class or of one above it, that is not there. */
    Optional<TypeMirror> missingParent(TypeElement type) {
        List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
        parents.add(type.getSuperclass());
        for (TypeMirror parent : parents) {
            if (missingPart(parent).isPresent()) {
                return Optional.of(parent);
            }
            TypeElement element = classOf(parent);
            Optional<TypeMirror> missing = element == null ? Optional.empty() : missingParent(element);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    /** The first of a type and those that it is made of that is not there. */
    static Optional<TypeMirror> missingPart(TypeMirror type) {
        return part(type, one -> one.getKind() == TypeKind.ERROR);
    }

    /** The first of them that code in the package of {@code from} can't name. */
    Optional<TypeMirror> unseenPart(TypeMirror type, TypeElement from) {
        return part(
                type,
                one -> one instanceof DeclaredType declared && !isVisible((TypeElement) declared.asElement(), from));
    }

    private static Optional<TypeMirror> part(@Nullable TypeMirror type, Predicate<TypeMirror> wanted) {
        if (type == null) {
            return Optional.empty();
        }
        if (wanted.test(type)) {
            return Optional.of(type);
        }
        if (type instanceof ArrayType array) {
            return part(array.getComponentType(), wanted);
        }
        if (type instanceof WildcardType wildcard) {
            return part(wildcard.getExtendsBound(), wanted).or(() -> part(wildcard.getSuperBound(), wanted));
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream()
                        .flatMap(argument -> part(argument, wanted).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether code in the package of {@code from} can use a member on an object of that class. */
    boolean isAccessible(Element member, TypeElement from) {
        if (member.getModifiers().contains(Modifier.PRIVATE)
                || (member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.STATIC))) {
            return false;
        }
        return member.getModifiers().contains(Modifier.PUBLIC) || samePackage(member, from);
    }

    /** Whether code in the package of {@code from} can name a type. */
    boolean isVisible(TypeElement type, TypeElement from) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)
                    || (!element.getModifiers().contains(Modifier.PUBLIC) && !samePackage(element, from))) {
                return false;
            }
        }
        return true;
    }

    boolean samePackage(Element one, Element other) {
        return elements.getPackageOf(one).equals(elements.getPackageOf(other));
    }

    /** A type without the annotations on it and on its parts. */
    TypeMirror plain(TypeMirror type) {
        return new PlainTypes(types).of(type);
    }

    /** The class of a name that the module of {@code from} sees, or null. */
    @Nullable
    TypeElement inSight(String name, Element from) {
        return sight.find(name, elements.getModuleOf(from));
    }

    /** The class of a type, or null where it is none. */
    @Nullable
    TypeElement classOf(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element ? element : null;
    }

    private void collect(TypeElement owner, TypeElement type, Set<Element> members) {
        List<Element> nearest = List.copyOf(members);
        for (Element member : owner.getEnclosedElements()) {
            if (nearest.stream().noneMatch(nearer -> overrides(nearer, member, type))) {
                members.add(member);
            }
        }
        for (TypeElement parent : parents(owner)) {
            collect(parent, type, members);
        }
    }

    private Collection<TypeElement> parents(TypeElement type) {
        List<TypeElement> parents = new ArrayList<>();
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            TypeElement element = classOf(parent);
            if (element != null && !element.getQualifiedName().contentEquals("java.lang.Object")) {
                parents.add(element);
            }
        }
        return parents;
    }

    /** An override with an annotation of ours stands for the method that it overrides; without one, that one's counts. */
    private boolean overrides(Element nearer, Element member, TypeElement type) {
        return nearer instanceof ExecutableElement one
                && member instanceof ExecutableElement other
                && elements.overrides(one, other, type)
                && Mirrors.hasRole(one);
    }
}

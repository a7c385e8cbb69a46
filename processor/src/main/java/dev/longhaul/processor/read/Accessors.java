package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Composite.Property;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** How the handler gets at the fields of a bean. */
final class Accessors {

    private final Symbols symbols;
    private final TypeElement job;
    private final DeclaredType type;
    private final List<ExecutableElement> methods;

    /**
     * Those of a bean.
     *
     * @param members the bean's, inherited ones included
     */
    Accessors(Symbols symbols, TypeElement job, DeclaredType type, List<Element> members) {
        this.symbols = symbols;
        this.job = job;
        this.type = type;
        this.methods = ElementFilter.methodsIn(members);
    }

    /** How a field is read and set: directly, or through a getter and a setter of its type. */
    Optional<Property> of(VariableElement field, TypeMirror seen, Shape shape) {
        String name = field.getSimpleName().toString();
        Located<List<String>> formerly = FormerNames.of(symbols.elements(), field);
        if (symbols.isAccessible(field, job)
                && !field.getModifiers().contains(Modifier.FINAL)
                && symbols.meant(name, (TypeElement) type.asElement()).size() == 1) {
            return Optional.of(new Property(name, name, name, false, shape, formerly));
        }
        for (String suffix : suffixes(field)) {
            Optional<String> getter = method(seen, 0, "get" + suffix, "is" + suffix);
            Optional<String> setter = method(seen, 1, "set" + suffix);
            if (getter.isPresent() && setter.isPresent()) {
                return Optional.of(new Property(name, getter.get() + "()", setter.get(), true, shape, formerly));
            }
        }
        return Optional.empty();
    }

    /** Why the handler can't get at a field: what it has looked for. */
    String missing(VariableElement field) {
        List<String> pairs = new ArrayList<>();
        for (String suffix : suffixes(field)) {
            pairs.add("get" + suffix + " or is" + suffix + " with set" + suffix);
        }
        return "the field has no getter and setter of its type that the handler can call: "
                + String.join(", or ", pairs);
    }

    /**
     * What may follow get, is and set: {@code XAxis} and {@code xAxis} for the field {@code xAxis}, as tools differ there,
     * and {@code Open} too for the field {@code boolean isOpen}.
     */
    private static Set<String> suffixes(VariableElement field) {
        String name = field.getSimpleName().toString();
        Set<String> suffixes = new LinkedHashSet<>();
        suffixes.add(capital(name));
        if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
            suffixes.add(name);
        }
        if (field.asType().getKind() == TypeKind.BOOLEAN
                && name.length() > 2
                && name.startsWith("is")
                && Character.isUpperCase(name.charAt(2))) {
            suffixes.add(name.substring(2));
        }
        return suffixes;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Optional<String> method(TypeMirror field, int parameters, String... names) {
        for (ExecutableElement method : methods) {
            String name = method.getSimpleName().toString();
            if (List.of(names).contains(name)
                    && method.getParameters().size() == parameters
                    && (parameters == 1 || method.getReturnType().getKind() != TypeKind.VOID)
                    && fits(method, field)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether the handler can call an accessor that gives or takes the field's own type: a field can have others, too. */
    private boolean fits(ExecutableElement accessor, TypeMirror field) {
        ExecutableType seen = (ExecutableType) symbols.types().asMemberOf(type, accessor);
        TypeMirror value = seen.getParameterTypes().isEmpty()
                ? seen.getReturnType()
                : seen.getParameterTypes().get(0);
        return symbols.isAccessible(accessor, job)
                && !symbols.throwsChecked(accessor)
                && symbols.types().isSameType(value, field);
    }
}

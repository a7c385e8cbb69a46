package dev.longhaul.processor.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The names that types have in one file. The first type of a simple name is imported where it must be; another one of the
 * same simple name is written with its package.
 */
final class Imports {

    private final String packageName;
    private final Map<String, String> owners = new HashMap<>();
    private final TreeSet<String> imported = new TreeSet<>();
    private final Set<TypeElement> classes = new HashSet<>();

    /**
     * The names in a file.
     *
     * @param packageName its package
     * @param own the class that the file declares
     */
    Imports(String packageName, String own) {
        this.packageName = packageName;
        owners.put(own, qualified(packageName, own));
    }

    /** A name with its package. */
    static String qualified(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** The name of a type, with its arguments. */
    String of(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            // An inner class has the type arguments of those around it.
            String raw = declared.getEnclosingType() instanceof DeclaredType outer
                    ? of(outer) + "." + element.getSimpleName()
                    : of(element);
            return declared.getTypeArguments().isEmpty()
                    ? raw
                    : declared.getTypeArguments().stream()
                            .map(this::of)
                            .collect(Collectors.joining(", ", raw + "<", ">"));
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            TypeMirror above = wildcard.getExtendsBound();
            TypeMirror below = wildcard.getSuperBound();
            return above != null ? "? extends " + of(above) : below != null ? "? super " + of(below) : "?";
        }
        // By its kind: an annotation on the type would be in its text.
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    /** The name of a class. */
    String of(TypeElement type) {
        classes.add(type);
        return type.getEnclosingElement() instanceof TypeElement outer
                ? of(outer) + "." + type.getSimpleName()
                : of(type.getQualifiedName().toString());
    }

    /** The name of a class that is not nested, of which only the name is known here. */
    String of(String type) {
        int dot = type.lastIndexOf('.');
        String simple = type.substring(dot + 1);
        String owner = owners.putIfAbsent(simple, type);
        if (owner == null) {
            String home = dot < 0 ? "" : type.substring(0, dot);
            if (!home.equals(packageName) && !home.equals("java.lang")) {
                imported.add(type);
            }
            return simple;
        }
        return owner.equals(type) ? simple : type;
    }

    /** The classes so far that are more than names here. */
    Set<TypeElement> classes() {
        return classes;
    }

    /** The import declarations so far, in their order. */
    Iterable<String> imported() {
        return imported;
    }
}

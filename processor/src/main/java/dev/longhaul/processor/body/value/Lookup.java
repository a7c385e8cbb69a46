package dev.longhaul.processor.body.value;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields and types that names in a body stand for, as Java's scoping rules say it. It asks the compiler for
 * declarations only, never for the type of an expression: that would have the class attributed too early.
 */
public final class Lookup {

    private final Declarations declarations;
    private final Elements elements;
    private final Words words;
    private final Map<TypeElement, List<? extends Element>> members = new HashMap<>();

    /** A lookup for the bodies of one job. It keeps what the compiler makes anew for each question. */
    public Lookup(Declarations declarations, Elements elements, Words words) {
        this.declarations = declarations;
        this.elements = elements;
        this.words = words;
    }

    /** The names that are looked for. */
    public Words words() {
        return words;
    }

    /** What a type declares; nothing for {@code Object}, which has no fields, types or methods that matter here. */
    public List<? extends Element> members(TypeElement type) {
        List<? extends Element> known = members.get(type);
        if (known == null) {
            known = type.getSuperclass().getKind() == TypeKind.NONE && type.getKind() == ElementKind.CLASS
                    ? List.of()
                    : type.getEnclosedElements();
            members.put(type, known);
        }
        return known;
    }

    /** The sources of declarations. */
    public Declarations declarations() {
        return declarations;
    }

    /** The field of that name, seen from a class: its own, an inherited, or one of a class around it; else null. */
    public @Nullable VariableElement field(TypeElement site, Name name) {
        for (Element around = site; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            if (member(type, name, false) instanceof VariableElement field) {
                return field;
            }
        }
        return importedField(site, name);
    }

    /** The field of that name in a type or its supertypes, or null. */
    public @Nullable VariableElement fieldOf(TypeElement type, Name name) {
        return (VariableElement) member(type, name, false);
    }

    /** The type that a name or a qualified name stands for, seen from a class, or null. */
    public @Nullable TypeElement type(TypeElement site, ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return type(site, identifier.getName());
        }
        if (!(tree instanceof MemberSelectTree select) || !isName(select)) {
            return null;
        }
        TypeElement outer = type(site, select.getExpression());
        return outer == null
                ? elements.getTypeElement(select.toString())
                : (TypeElement) member(outer, select.getIdentifier(), true);
    }

    private @Nullable TypeElement type(TypeElement site, Name name) {
        for (Element around = site; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            if (type.getSimpleName().equals(name)) {
                return type;
            }
            if (member(type, name, true) instanceof TypeElement nested) {
                return nested;
            }
        }
        for (ImportTree imported : declarations.imports(site)) {
            if (imported.getQualifiedIdentifier() instanceof MemberSelectTree path
                    && !imported.isStatic()
                    && path.getIdentifier().equals(name)) {
                return elements.getTypeElement(path.toString());
            }
        }
        TypeElement neighbour =
                in(elements.getPackageOf(site).getQualifiedName().toString(), name);
        return neighbour == null ? onDemand(site, name) : neighbour;
    }

    private @Nullable TypeElement onDemand(TypeElement site, Name name) {
        for (ImportTree imported : declarations.imports(site)) {
            if (imported.getQualifiedIdentifier() instanceof MemberSelectTree path
                    && !imported.isStatic()
                    && path.getIdentifier().contentEquals("*")) {
                TypeElement found = in(path.getExpression().toString(), name);
                if (found != null) {
                    return found;
                }
            }
        }
        return in("java.lang", name);
    }

    private @Nullable TypeElement in(String container, Name name) {
        return elements.getTypeElement(container.isEmpty() ? name : container + "." + name);
    }

    private @Nullable VariableElement importedField(TypeElement site, Name name) {
        for (ImportTree imported : declarations.imports(site)) {
            if (imported.getQualifiedIdentifier() instanceof MemberSelectTree path
                    && imported.isStatic()
                    && path.getIdentifier().equals(name)) {
                TypeElement type = elements.getTypeElement(path.getExpression().toString());
                return type == null ? null : fieldOf(type, name);
            }
        }
        return null;
    }

    private @Nullable Element member(TypeElement type, Name name, boolean wantsType) {
        for (Element member : members(type)) {
            boolean fits = wantsType ? member instanceof TypeElement : member instanceof VariableElement;
            if (fits && member.getSimpleName().equals(name)) {
                return member;
            }
        }
        Element inherited = memberOf(type.getSuperclass(), name, wantsType);
        if (inherited != null) {
            return inherited;
        }
        for (TypeMirror parent : type.getInterfaces()) {
            inherited = memberOf(parent, name, wantsType);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private @Nullable Element memberOf(TypeMirror parent, Name name, boolean wantsType) {
        return parent instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type
                ? member(type, name, wantsType)
                : null;
    }

    /** Whether a selection is a name with dots, and nothing that is computed. */
    private static boolean isName(MemberSelectTree select) {
        ExpressionTree left = select.getExpression();
        return left instanceof IdentifierTree || (left instanceof MemberSelectTree inner && isName(inner));
    }
}

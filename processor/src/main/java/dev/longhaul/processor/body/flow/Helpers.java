package dev.longhaul.processor.body.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.longhaul.processor.body.value.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method of a job that a call in a body runs. The handler creates the job itself, so that its class is known
 * exactly: no subclass can override what is found here.
 */
public final class Helpers {

    private final Elements elements;
    private final Lookup lookup;
    private final TypeElement job;
    private final Map<MethodInvocationTree, Optional<ExecutableElement>> found = new HashMap<>();

    /** The methods that a job of a class calls. */
    public Helpers(Elements elements, Lookup lookup, TypeElement job) {
        this.elements = elements;
        this.lookup = lookup;
        this.job = job;
    }

    /** The method behind {@code name(...)} or {@code this.name(...)}; null for another's, or one of several overloads. */
    public @Nullable ExecutableElement called(TypeElement site, MethodInvocationTree call) {
        // The rules come by each call several times. What it is in one class it is in each.
        Optional<ExecutableElement> known = found.get(call);
        if (known == null) {
            Name name = ownName(call);
            known = Optional.ofNullable(
                    name == null ? null : named(site, name, call.getArguments().size()));
            found.put(call, known);
        }
        return known.orElse(null);
    }

    /** The name of the called method where the call is on the object itself, or null. */
    public @Nullable Name ownName(MethodInvocationTree call) {
        ExpressionTree select = call.getMethodSelect();
        if (select instanceof IdentifierTree identifier) {
            Name name = identifier.getName();
            return lookup.words().isThis(name) || lookup.words().isSuper(name) ? null : name;
        }
        return select instanceof MemberSelectTree member && lookup.words().isThis(member.getExpression())
                ? member.getIdentifier()
                : null;
    }

    /** The method of that name with so many parameters that a call in a class runs, or null. */
    private @Nullable ExecutableElement named(TypeElement site, Name name, int arity) {
        for (Element around = site; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            List<ExecutableElement> visible = new ArrayList<>(2);
            collect(type, type, name, arity, visible);
            if (!visible.isEmpty()) {
                return only(type, visible);
            }
        }
        return null;
    }

    private @Nullable ExecutableElement only(TypeElement site, List<ExecutableElement> visible) {
        ExecutableElement first = visible.get(0);
        for (ExecutableElement other : visible) {
            if (other.isVarArgs() || !(other.equals(first) || elements.overrides(first, other, site))) {
                return null;
            }
        }
        boolean bound = first.getModifiers().contains(Modifier.PRIVATE)
                || first.getModifiers().contains(Modifier.STATIC);
        return bound || site.equals(job) ? first : nearest(site, first);
    }

    /** The override of a method that is nearest to the job, or null where the method is not the job's. */
    private @Nullable ExecutableElement nearest(TypeElement site, ExecutableElement method) {
        for (TypeElement type = job; type != null; type = parent(type)) {
            if (type.equals(site)) {
                return method;
            }
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement other && elements.overrides(other, method, job)) {
                    return other;
                }
            }
        }
        return null;
    }

    private void collect(TypeElement type, TypeElement site, Name name, int arity, List<ExecutableElement> found) {
        for (Element member : lookup.members(type)) {
            if (member instanceof ExecutableElement method
                    && method.getSimpleName().equals(name)
                    && (method.getParameters().size() == arity || method.isVarArgs())
                    && (type.equals(site) || !method.getModifiers().contains(Modifier.PRIVATE))) {
                found.add(method);
            }
        }
        TypeElement parent = parent(type);
        if (parent != null) {
            collect(parent, site, name, arity, found);
        }
        for (TypeMirror parentInterface : type.getInterfaces()) {
            if (((DeclaredType) parentInterface).asElement() instanceof TypeElement element) {
                collect(element, site, name, arity, found);
            }
        }
    }

    /** The superclass, or null at the top. */
    public static @Nullable TypeElement parent(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement parent
                ? parent
                : null;
    }
}

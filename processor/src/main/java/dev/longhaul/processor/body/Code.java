package dev.longhaul.processor.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.ResolvedClass.Assignment;
import dev.longhaul.processor.read.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The code of a job: its class and those above it, as far as they are compiled along, with the names resolved. */
final class Code {

    private final TypeElement job;
    private final List<ResolvedClass> classes;
    private final Symbols symbols;
    private final Set<TypeElement> hierarchy;

    Code(TypeElement job, List<ResolvedClass> classes, Symbols symbols) {
        this.job = job;
        this.classes = classes;
        this.symbols = symbols;
        this.hierarchy = hierarchy(job, symbols.types());
    }

    /** A class, the classes above it but {@code Object}, and their interfaces. */
    static Set<TypeElement> hierarchy(TypeElement type, Types types) {
        Set<TypeElement> all = new LinkedHashSet<>();
        collect(type, types, all);
        return all;
    }

    private static void collect(TypeElement type, Types types, Set<TypeElement> all) {
        if (type.getQualifiedName().contentEquals("java.lang.Object") || !all.add(type)) {
            return;
        }
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            if (types.asElement(parent) instanceof TypeElement above) {
                collect(above, types, all);
            }
        }
    }

    TypeElement job() {
        return job;
    }

    Set<TypeElement> hierarchy() {
        return hierarchy;
    }

    Types types() {
        return symbols.types();
    }

    List<ResolvedClass> classes() {
        return classes;
    }

    /** What a name, a call or a declaration stands for, or null where that is not known. */
    @Nullable
    Element meaning(@Nullable Tree tree) {
        return tree == null ? null : find(one -> one.meanings().get(tree));
    }

    /** The variable that an expression names, or null where it is none. */
    @Nullable
    VariableElement variable(@Nullable Tree tree) {
        return tree != null && meaning(bare(tree)) instanceof VariableElement variable ? variable : null;
    }

    /** The type of an expression, or null where that is not known. */
    @Nullable
    TypeMirror type(Tree tree) {
        return find(one -> one.types().get(tree));
    }

    /** Where an element is declared, or null where that is not in this code. */
    @Nullable
    Tree declaration(@Nullable Element element) {
        return element == null ? null : find(one -> one.declarations().get(element));
    }

    /** The method's source, or null where it has no body in this code. */
    @Nullable
    MethodTree body(@Nullable ExecutableElement method) {
        return declaration(method) instanceof MethodTree tree && tree.getBody() != null ? tree : null;
    }

    /** The class's source, or null where that is not in this code. */
    @Nullable
    ClassTree source(TypeElement type) {
        return declaration(type) instanceof ClassTree tree ? tree : null;
    }

    /** The field's or variable's source, or null where that is not in this code. */
    @Nullable
    VariableTree source(VariableElement variable) {
        return declaration(variable) instanceof VariableTree tree ? tree : null;
    }

    /** All that is assigned to a variable in this code. */
    List<Assignment> assignments(VariableElement variable) {
        List<Assignment> all = new ArrayList<>();
        classes.forEach(one -> all.addAll(one.assignments().getOrDefault(variable, List.of())));
        return all;
    }

    private <T> @Nullable T find(Function<ResolvedClass, @Nullable T> question) {
        for (ResolvedClass one : classes) {
            T answer = question.apply(one);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** The job's methods with an annotation of some name, as they run: an override stands for what it overrides. */
    Set<ExecutableElement> annotated(Predicate<String> annotation) {
        Set<ExecutableElement> all = new LinkedHashSet<>();
        for (TypeElement type : hierarchy) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (method.getAnnotationMirrors().stream().map(Code::name).anyMatch(annotation)) {
                    all.add(overriding(method));
                }
            }
        }
        return all;
    }

    /** The qualified name of an annotation. */
    static String name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The method that a call names, or null where that is not known. */
    @Nullable
    ExecutableElement called(Tree call) {
        return meaning(call) instanceof ExecutableElement method ? method : null;
    }

    /**
     * The method that runs where one is called or referred to, or null where that is not known: of another object than the
     * job, it may be one that overrides it.
     */
    @Nullable
    ExecutableElement running(Tree call) {
        ExecutableElement method = called(call);
        if (method == null || isFixed(method)) {
            return method;
        }
        ExpressionTree on = receiver(call);
        if (on != null && isSuper(on)) {
            return method;
        }
        boolean own = hierarchy.contains(method.getEnclosingElement());
        return own && (on == null || isThis(on)) ? overriding(method) : null;
    }

    private static boolean isFixed(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        TypeElement owner = owner(method);
        return method.getKind() == ElementKind.CONSTRUCTOR
                || modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || (owner != null && owner.getModifiers().contains(Modifier.FINAL));
    }

    /** The class that a member belongs to, or null where it belongs to none. */
    static @Nullable TypeElement owner(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner ? owner : null;
    }

    /** The qualified name of the class that a member belongs to, or an empty one where it belongs to none. */
    static String ownerName(@Nullable Element member) {
        TypeElement owner = member == null ? null : owner(member);
        return owner == null ? "" : owner.getQualifiedName().toString();
    }

    private ExecutableElement overriding(ExecutableElement method) {
        ExecutableElement running = method;
        for (TypeElement type : hierarchy) {
            for (ExecutableElement other : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (symbols.elements().overrides(other, running, job)) {
                    running = other;
                }
            }
        }
        return running;
    }

    /** Whether a method overrides one of a class above that is not in this code, which may call it. */
    boolean isForeignHook(ExecutableElement method) {
        return hierarchy.stream()
                .filter(type -> type.getKind().isClass() && source(type) == null)
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .anyMatch(other -> symbols.elements().overrides(method, other, job));
    }

    /** Whether a call is one of the job on itself, or of a static method of its class. */
    boolean isOwn(Tree call) {
        ExpressionTree on = receiver(call);
        Element method = meaning(call);
        if (method == null || !hierarchy.contains(method.getEnclosingElement())) {
            return false;
        }
        return on == null || isThis(on) || isSuper(on) || method.getModifiers().contains(Modifier.STATIC);
    }

    /** What a call or a reference is made on, or null where nothing is written there. */
    static @Nullable ExpressionTree receiver(Tree call) {
        if (call instanceof MemberReferenceTree reference) {
            return reference.getQualifierExpression();
        }
        return call instanceof MethodInvocationTree invocation
                        && invocation.getMethodSelect() instanceof MemberSelectTree select
                ? select.getExpression()
                : null;
    }

    /** Whether an expression is the job itself. */
    boolean isThis(Tree tree) {
        TypeMirror type = isNamed(tree, "this") ? type(tree) : null;
        return type != null && isInHierarchy(type);
    }

    private boolean isInHierarchy(TypeMirror type) {
        return symbols.types().asElement(type) instanceof TypeElement element && hierarchy.contains(element);
    }

    static boolean isSuper(Tree tree) {
        return isNamed(tree, "super");
    }

    private static boolean isNamed(Tree tree, String name) {
        Tree bare = bare(tree);
        return bare instanceof IdentifierTree identifier
                ? identifier.getName().contentEquals(name)
                : bare instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(name);
    }

    /** What is in the parentheses around a tree. */
    static Tree bare(Tree tree) {
        Tree bare = tree;
        while (bare instanceof ParenthesizedTree parenthesized) {
            bare = parenthesized.getExpression();
        }
        return bare;
    }

    /** Whether an operator counts its operand up or down. */
    static boolean isIncrement(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** Whether a member is one of a class of the JDK. */
    static boolean isJdk(Element member) {
        TypeElement owner = owner(member);
        return owner != null && isIn("java.", owner.asType());
    }

    /** Whether a type's qualified name begins in a certain way. */
    static boolean isIn(String prefix, TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().toString().startsWith(prefix);
    }
}

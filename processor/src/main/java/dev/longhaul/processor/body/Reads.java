package dev.longhaul.processor.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The fields on which the answer of a method depends, where it depends on nothing else. */
final class Reads extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Set<VariableElement> fields = new LinkedHashSet<>();
    private final Set<ExecutableElement> read = new HashSet<>();
    private boolean more;

    private Reads(Code code) {
        this.code = code;
    }

    /** The fields that the answer of a method depends on; none where it depends on more, or that is not known. */
    static Set<VariableElement> of(ExecutableElement method, Code code) {
        Reads reads = new Reads(code);
        // What the method takes is the context.
        reads.more = !method.getParameters().isEmpty() && reads.isMentioned(method);
        reads.follow(method);
        return reads.more ? Set.of() : reads.fields;
    }

    private boolean isMentioned(ExecutableElement method) {
        boolean[] mentioned = {false};
        MethodTree body = code.body(method);
        if (body != null) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                    mentioned[0] |= method.getParameters().contains(code.meaning(tree));
                    return null;
                }
            }.scan(body.getBody(), null);
        }
        return mentioned[0];
    }

    private void follow(ExecutableElement method) {
        MethodTree body = code.body(method);
        if (body == null) {
            more = true;
        } else if (read.add(method)) {
            scan(body.getBody(), null);
        }
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return more ? null : super.scan(tree, null);
    }

    /** Notes that a variable is read, and answers what can change in it. */
    private ValueKind use(VariableElement variable) {
        if (variable.getKind() != ElementKind.FIELD || variable.getEnclosingElement() == null) {
            boolean fixed = variable.getKind() != ElementKind.PARAMETER;
            return fixed ? ValueKind.VALUE : ValueKind.of(variable.asType());
        }
        String name = variable.getSimpleName().toString();
        if (name.equals("this") || name.equals("super")) {
            return ValueKind.VALUE;
        }
        ValueKind kind = ValueKind.of(variable.asType());
        boolean shared = variable.getModifiers().contains(Modifier.STATIC);
        boolean constant = variable.getModifiers().contains(Modifier.FINAL) && kind.isFixed();
        more |= kind == ValueKind.UNKNOWN || (shared && !constant);
        if (!shared) {
            fields.add(variable);
        }
        return kind;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        VariableElement variable = code.variable(tree);
        if (variable != null) {
            more |= use(variable) == ValueKind.OBJECTS;
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        VariableElement variable = code.variable(tree);
        if (isLengthOfArray(tree)) {
            VariableElement array = code.variable(tree.getExpression());
            return array == null ? scan(tree.getExpression(), null) : look(array);
        }
        if (variable == null) {
            return code.meaning(tree) instanceof TypeElement ? null : super.visitMemberSelect(tree, null);
        }
        more |= !code.isThis(tree.getExpression()) && !variable.getModifiers().contains(Modifier.STATIC);
        more |= use(variable) == ValueKind.OBJECTS;
        return null;
    }

    private @Nullable Void look(VariableElement container) {
        use(container);
        return null;
    }

    private boolean isLengthOfArray(MemberSelectTree tree) {
        return tree.getIdentifier().contentEquals("length") && code.type(tree.getExpression()) instanceof ArrayType;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean identity = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
        for (ExpressionTree operand : List.of(tree.getLeftOperand(), tree.getRightOperand())) {
            VariableElement variable = code.variable(operand);
            boolean own =
                    !(Code.bare(operand) instanceof MemberSelectTree select) || code.isThis(select.getExpression());
            if (identity && variable != null && own) {
                use(variable);
            } else {
                scan(operand, null);
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        scan(tree.getArguments(), null);
        ExecutableElement called = code.called(tree);
        if (called == null) {
            more = true;
        } else if (code.isOwn(tree)) {
            ExecutableElement running = code.running(tree);
            follow(running == null ? called : running);
        } else if (called.getModifiers().contains(Modifier.STATIC)) {
            more |= !Code.isJdk(called) || !Looks.isFunction(called);
        } else {
            ask(Code.receiver(tree), called);
        }
        return null;
    }

    /** A method of another object is called. */
    private void ask(@Nullable ExpressionTree on, ExecutableElement called) {
        TypeMirror type = on == null ? null : code.type(on);
        if (on == null || type == null) {
            more = true;
            return;
        }
        VariableElement variable = code.variable(on);
        boolean own = !(Code.bare(on) instanceof MemberSelectTree select) || code.isThis(select.getExpression());
        if (variable != null && own) {
            use(variable);
        } else {
            scan(on, null);
        }
        boolean local = variable != null && variable.getKind() != ElementKind.FIELD;
        TypeElement owner = Code.owner(called);
        boolean accessor = owner != null
                && owner.getKind() == ElementKind.RECORD
                && called.getParameters().isEmpty()
                && code.declaration(called) == null;
        boolean stream = owner != null && Code.isIn("java.util.stream.", owner.asType());
        boolean ofValue = ValueKind.of(type).isFixed() && Code.isJdk(called);
        boolean look = Code.isJdk(called)
                && (ValueKind.of(type) == ValueKind.VALUES || Looks.isCount(called) || (local && Looks.isLook(called)));
        more |= !accessor && !stream && !ofValue && !look;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        more |= !(code.meaning(tree) instanceof ExecutableElement method && ValueKind.isOfJdk(Code.ownerName(method)));
        return null;
    }

    /** Only variables of its own may be changed by an answer. */
    private void change(ExpressionTree target) {
        VariableElement variable = code.variable(target);
        more |= variable == null || variable.getKind() == ElementKind.FIELD;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        change(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        change(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (Code.isIncrement(tree)) {
            change(tree.getExpression());
            return null;
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        return scan(tree.getInitializer(), null);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        more = true;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        more = true;
        return null;
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        more = true;
        return null;
    }
}

package dev.longhaul.processor.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.body.FieldUse.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds all uses of a job's fields in its code. */
final class FieldUses extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final List<FieldUse> uses = new ArrayList<>();
    private @Nullable ExecutableElement method;
    private boolean making;

    private FieldUses(Code code) {
        this.code = code;
    }

    /** The uses in the job's class and in those above it. */
    static List<FieldUse> in(Code code) {
        FieldUses found = new FieldUses(code);
        for (TypeElement type : code.hierarchy()) {
            ClassTree source = code.source(type);
            if (source != null) {
                source.getMembers().forEach(found::member);
            }
        }
        return found.uses;
    }

    private void member(Tree member) {
        ExecutableElement declared = code.meaning(member) instanceof ExecutableElement known ? known : null;
        making = !(member instanceof ClassTree) && (declared == null || declared.getKind() == ElementKind.CONSTRUCTOR);
        method = making ? null : declared;
        scan(member instanceof MethodTree tree ? tree.getBody() : member, null);
    }

    private @Nullable VariableElement field(@Nullable Tree tree) {
        VariableElement variable = code.variable(tree);
        return variable != null
                        && variable.getKind() == ElementKind.FIELD
                        && code.hierarchy().contains(Code.owner(variable))
                        && code.source(variable) != null
                ? variable
                : null;
    }

    private void use(VariableElement field, How how, Tree at) {
        uses.add(new FieldUse(field, how, at, method, making));
    }

    /** Notes a use if an expression is a field; else what is in it is looked through. */
    private void useOrScan(ExpressionTree expression, How how) {
        VariableElement field = field(expression);
        if (field == null) {
            scan(expression, null);
        } else {
            use(field, how, expression);
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        mention(tree);
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (tree.getIdentifier().contentEquals("length") && field(tree.getExpression()) != null) {
            useOrScan(tree.getExpression(), How.READ);
            return null;
        }
        mention(tree);
        return super.visitMemberSelect(tree, null);
    }

    /** Whoever gets a collection may change it. */
    private void mention(Tree tree) {
        VariableElement field = field(tree);
        if (field != null) {
            use(field, ValueKind.of(field.asType()).isContainer() ? How.GIVEN : How.READ, tree);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        Tree target = Code.bare(tree.getVariable());
        VariableElement field = field(target);
        if (field != null) {
            use(field, isMadeFrom(field, tree.getExpression()) ? How.COUNTED : How.SET, tree);
        } else if (target instanceof ArrayAccessTree access && field(access.getExpression()) != null) {
            use(Objects.requireNonNull(field(access.getExpression())), How.SET, tree);
            scan(access.getIndex(), null);
        } else {
            scan(target, null);
        }
        return scan(tree.getExpression(), null);
    }

    /** Whether a value is one more than that of the field, or less, or longer. */
    private boolean isMadeFrom(VariableElement field, ExpressionTree value) {
        Tree bare = Code.bare(value);
        if (bare instanceof BinaryTree binary) {
            return isMadeFrom(field, binary.getLeftOperand()) || isMadeFrom(field, binary.getRightOperand());
        }
        if (bare instanceof MethodInvocationTree call && Code.receiver(call) != null) {
            return field.equals(field(Code.receiver(call)))
                    && ValueKind.of(field.asType()).isFixed();
        }
        return field.equals(field(bare));
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        count(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (Code.isIncrement(tree)) {
            count(tree.getExpression());
            return null;
        }
        return super.visitUnary(tree, null);
    }

    private void count(ExpressionTree target) {
        if (Code.bare(target) instanceof ArrayAccessTree access) {
            useOrScan(access.getExpression(), How.COUNTED);
            scan(access.getIndex(), null);
        } else {
            useOrScan(target, How.COUNTED);
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree on = Code.receiver(tree);
        VariableElement field = field(on);
        ExecutableElement called = code.called(tree);
        if (field != null && called != null) {
            use(field, Looks.effect(called, field.asType()), tree);
        } else if (on != null) {
            scan(on, null);
        }
        boolean copies = called != null && called.getSimpleName().contentEquals("copyOf") && Code.isJdk(called);
        tree.getArguments().forEach(argument -> pass(argument, copies));
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        TypeMirror type = code.type(tree);
        boolean copies = tree.getClassBody() == null && type != null && Code.isIn("java.util.", type);
        tree.getArguments().forEach(argument -> pass(argument, copies));
        return scan(tree.getClassBody(), null);
    }

    private void pass(ExpressionTree argument, boolean copied) {
        if (copied) {
            useOrScan(argument, How.READ);
        } else {
            scan(argument, null);
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        VariableElement field = field(tree.getQualifierExpression());
        if (field != null && code.meaning(tree) instanceof ExecutableElement called) {
            use(field, Looks.effect(called, field.asType()), tree);
            return null;
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean test = tree.getLeftOperand().getKind() == Kind.NULL_LITERAL
                || tree.getRightOperand().getKind() == Kind.NULL_LITERAL;
        for (ExpressionTree operand : List.of(tree.getLeftOperand(), tree.getRightOperand())) {
            useOrScan(operand, test ? How.TESTED : How.READ);
        }
        return null;
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        useOrScan(tree.getExpression(), How.READ);
        return scan(tree.getIndex(), null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        useOrScan(tree.getExpression(), How.READ);
        return scan(tree.getStatement(), null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        ExecutableElement outer = method;
        boolean outerMaking = making;
        method = null;
        making = false;
        scan(tree.getMembers(), null);
        method = outer;
        making = outerMaking;
        return null;
    }
}

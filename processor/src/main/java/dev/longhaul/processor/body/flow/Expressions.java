package dev.longhaul.processor.body.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.body.value.Scope;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Looks for ways out in an expression: calls of the class's own methods, {@code System.exit}, and what lambdas throw. A
 * return in a lambda or in a nested class is none.
 */
final class Expressions extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Methods methods;
    private final Scope scope;
    private final Exits exits;
    private @Nullable String endless;
    private boolean blocked;
    private int conditional;

    Expressions(Methods methods, Scope scope, Exits exits) {
        this.methods = methods;
        this.scope = scope;
        this.exits = exits;
    }

    /** Whether what stands behind the expression can be reached. */
    boolean completes(ExpressionTree expression) {
        blocked = false;
        scan(expression, null);
        return !blocked;
    }

    /** The called method whose loop has no way out, or null. */
    @Nullable
    String endless() {
        return endless;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        super.visitMethodInvocation(tree, null);
        if (methods.isOwn(tree)) {
            ExecutableElement helper = methods.helpers().called(scope.site(), tree);
            if (helper != null) {
                called(methods.outcome(helper));
            }
        } else if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            if (methods.words().isExit(select.getIdentifier())) {
                exits.throwsNamed(Outcome.EXIT);
            }
        }
        return null;
    }

    private void called(Outcome outcome) {
        for (String thrown : outcome.thrown()) {
            exits.throwsNamed(thrown);
        }
        if (!outcome.isPassable() && conditional == 0) {
            blocked = true;
            if (endless == null) {
                endless = outcome.endless();
            }
        }
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        scan(tree.getCondition(), null);
        conditional++;
        scan(tree.getTrueExpression(), null);
        scan(tree.getFalseExpression(), null);
        conditional--;
        return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        scan(tree.getLeftOperand(), null);
        boolean maybe = tree.getKind() == Kind.CONDITIONAL_AND || tree.getKind() == Kind.CONDITIONAL_OR;
        conditional += maybe ? 1 : 0;
        scan(tree.getRightOperand(), null);
        conditional -= maybe ? 1 : 0;
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        conditional++;
        scan(tree.getCases(), null);
        conditional--;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        int mark = scope.open();
        conditional++;
        super.visitLambdaExpression(tree, null);
        conditional--;
        scope.close(mark);
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        if (methods.words().isThis(tree.getQualifierExpression())) {
            // It may throw whatever the method throws, when somebody calls it.
            exits.throwsNamed(Outcome.ANYTHING);
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        scan(tree.getArguments(), null);
        if (tree.getClassBody() != null) {
            conditional++;
            scan(tree.getClassBody(), null);
            conditional--;
        }
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        exits.throwsNew(tree.getExpression());
        return super.visitThrow(tree, null);
    }

    /** The variable of a pattern, or of a block within: a name that is not the class's from here on. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        super.visitVariable(tree, null);
        scope.declare(tree.getName(), null);
        return null;
    }
}

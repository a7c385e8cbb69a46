package dev.longhaul.processor.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.body.Outcome.Endless;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the calls in an expression do: what they throw, and whether one of them never comes back. */
final class Calls extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Outcomes outcomes;
    private final List<TypeMirror> thrown = new ArrayList<>();
    private boolean escapes;
    private boolean neverBack;
    private @Nullable Endless endless;

    /** Within what may not be evaluated, or not here. */
    private int maybe;

    Calls(Code code, Outcomes outcomes) {
        this.code = code;
        this.outcomes = outcomes;
    }

    List<TypeMirror> thrown() {
        return thrown;
    }

    /** Whether something of a type that is not known may be thrown, or the program ended. */
    boolean escapes() {
        return escapes;
    }

    /** Whether the expression is never evaluated to its end. */
    boolean neverBack() {
        return neverBack;
    }

    @Nullable
    Endless endless() {
        return endless;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        super.visitMethodInvocation(tree, null);
        ExecutableElement running = code.running(tree);
        if (running != null && (code.body(running) != null || code.isOwn(tree))) {
            Outcome outcome = outcomes.of(running);
            thrown.addAll(outcome.thrown());
            escapes |= outcome.escapes();
            if (!outcome.comesBack() && maybe == 0) {
                neverBack = true;
                endless = endless == null ? outcome.endless() : endless;
            }
        } else {
            // Of a method here that may be another one, only that much is known.
            escapes |= endsProgram(code.called(tree)) || code.body(code.called(tree)) != null;
        }
        return null;
    }

    /** A loop is left in this way too. */
    private static boolean endsProgram(@Nullable ExecutableElement called) {
        return called != null
                && Set.of("java.lang.System", "java.lang.Runtime").contains(Code.ownerName(called))
                && (called.getSimpleName().contentEquals("exit")
                        || called.getSimpleName().contentEquals("halt"));
    }

    private @Nullable Void scanMaybe(@Nullable Tree tree) {
        maybe++;
        scan(tree, null);
        maybe--;
        return null;
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        scan(tree.getCondition(), null);
        scanMaybe(tree.getTrueExpression());
        return scanMaybe(tree.getFalseExpression());
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        scan(tree.getLeftOperand(), null);
        return switch (tree.getKind()) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> scanMaybe(tree.getRightOperand());
            default -> scan(tree.getRightOperand(), null);
        };
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return scanMaybe(tree.getBody());
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        maybe++;
        super.visitClass(tree, null);
        maybe--;
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        maybe++;
        scan(tree.getCases(), null);
        maybe--;
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        TypeMirror type = code.type(tree.getExpression());
        if (type == null) {
            escapes = true;
        } else {
            thrown.add(type);
        }
        return super.visitThrow(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        escapes |= code.declaration(code.meaning(tree)) != null;
        return super.visitMemberReference(tree, null);
    }
}

package dev.longhaul.processor.body.progress;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import dev.longhaul.processor.body.flow.Helpers;
import dev.longhaul.processor.body.value.Lookup;
import java.util.Queue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Looks for anything in the code of a job that could change what its terminate methods read. It ends at the first thing:
 * a change in code that runs from a step on, {@code this} in somebody else's hands, or a second name for a container.
 *
 * <p>Code is live when it can run from the first step on, and in a lambda or a nested class it always can. Elsewhere, in
 * a constructor or an {@code @OnStart} method, a change is where the work begins, and no progress.
 */
final class Writes extends ScopedScanner {

    private final Watched watched;
    private final Helpers helpers;
    private final Queue<ExecutableElement> called;
    private int live;

    /**
     * A look at the code of a job.
     *
     * @param watched the fields that must not change
     * @param called receives the methods that live code calls
     */
    Writes(Watched watched, Lookup lookup, Helpers helpers, TypeElement site, Queue<ExecutableElement> called) {
        super(lookup, site);
        this.watched = watched;
        this.helpers = helpers;
        this.called = called;
    }

    /** Looks at a method, an initializer or a field of a class. */
    void look(Tree member, TypeElement owner, boolean isLive) {
        live = isLive ? 1 : 0;
        scanIn(owner, member);
    }

    /** The name of the watched field that an expression stands for, or null. */
    private @Nullable Name watchedField(ExpressionTree tree) {
        ExpressionTree bare = bare(tree);
        if (bare instanceof IdentifierTree identifier) {
            Name name = identifier.getName();
            return watched.has(name) && !isLocal(name) ? name : null;
        }
        return bare instanceof MemberSelectTree select
                        && lookup().words().isThis(select.getExpression())
                        && watched.has(select.getIdentifier())
                ? select.getIdentifier()
                : null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        Name name = tree.getName();
        boolean escapes = lookup().words().isThis(name) || lookup().words().isSuper(name);
        Name field = escapes ? null : watchedField(tree);
        if (escapes || (field != null && !watched.isValue(field))) {
            end();
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        ExpressionTree left = tree.getExpression();
        Name name = tree.getIdentifier();
        if (lookup().words().isThis(name)) {
            end();
        } else if (lookup().words().isThis(left) || lookup().words().isSuper(left)) {
            if (watched.has(name) && !watched.isValue(name)) {
                end();
            }
        } else if (!(lookup().words().isLength(name) && watchedField(left) != null)) {
            scan(left, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        target(tree.getVariable(), tree.getExpression());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        target(tree.getVariable(), tree.getExpression());
        return scan(tree.getExpression(), null);
    }

    /** Where a pattern's variable is in scope is hard to say, and no job needs it: behind it, the name is the field too. */
    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                target(tree.getExpression(), null);
            default -> scan(tree.getExpression(), null);
        }
        return null;
    }

    private void target(ExpressionTree variable, @Nullable ExpressionTree value) {
        ExpressionTree bare = bare(variable);
        if (bare instanceof ArrayAccessTree element) {
            Name array = watchedField(element.getExpression());
            if (array == null) {
                scan(element.getExpression(), null);
            } else {
                changes(array);
            }
            scan(element.getIndex(), null);
            return;
        }
        // Another object's field of the same name may be that of a second reference to this one.
        Name name = bare instanceof MemberSelectTree select && watched.has(select.getIdentifier())
                ? select.getIdentifier()
                : watchedField(bare);
        if (name == null) {
            scan(bare instanceof IdentifierTree ? null : bare, null);
        } else if (value != null && !watched.isValue(name) && !Fresh.isFresh(value)) {
            end();
        } else {
            changes(name);
        }
    }

    private void changes(Name field) {
        if (live > 0 || !watched.mayBegin(field)) {
            end();
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree select = tree.getMethodSelect();
        if (helpers.ownName(tree) != null) {
            own(helpers.called(site(), tree));
        } else if (select instanceof MemberSelectTree member) {
            call(member);
        }
        return scan(tree.getArguments(), null);
    }

    private void own(@Nullable ExecutableElement method) {
        if (method == null) {
            end();
        } else if (live > 0) {
            called.add(method);
        }
    }

    private void call(MemberSelectTree select) {
        Name field = watchedField(select.getExpression());
        if (lookup().words().isStop(select.getIdentifier())) {
            // JobContext.stop is another way to end.
            end();
        } else if (field == null) {
            scan(select.getExpression(), null);
        } else if (!watched.isValue(field)) {
            call(field, select.getIdentifier().toString());
        }
    }

    private void call(Name container, String method) {
        if (PureCalls.fills(method)) {
            changes(container);
        } else if (!PureCalls.looks(method)) {
            end();
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        return scan(tree.getQualifierExpression(), null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean identity = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
        for (ExpressionTree operand : new ExpressionTree[] {tree.getLeftOperand(), tree.getRightOperand()}) {
            if (!identity || watchedField(operand) == null) {
                scan(operand, null);
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        if (watchedField(tree.getExpression()) == null) {
            scan(tree.getExpression(), null);
        }
        return scan(tree.getIndex(), null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        if (watchedField(tree.getExpression()) == null) {
            scan(tree.getExpression(), null);
        }
        return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return scan(tree.getBlock(), null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        live++;
        super.visitLambdaExpression(tree, null);
        live--;
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        scan(tree.getEnclosingExpression(), null);
        scan(tree.getArguments(), null);
        return scan(tree.getClassBody(), null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        live++;
        super.visitClass(tree, null);
        live--;
        return null;
    }
}
